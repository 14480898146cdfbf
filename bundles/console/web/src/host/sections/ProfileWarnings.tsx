import { HelperText, HelperTextItem } from "@patternfly/react-core";
import { $api } from "../../api/client";
import { STEADY } from "../../api/queries";

/** What is odd about a profile; nothing where nothing is. */
export function ProfileWarnings({ uuid }: { uuid: string }) {
  const { data } = $api.useQuery(
    "get",
    "/configuration_profiles/{profile_uuid}/warnings",
    { params: { path: { profile_uuid: uuid } } },
    STEADY,
  );
  const warnings = data?.warnings ?? [];
  return warnings.length === 0 ? null : (
    <HelperText isLiveRegion={false}>
      {warnings.map((warning) => (
        <HelperTextItem key={`${warning.code} ${warning.message}`} variant="warning">
          {warning.message}
        </HelperTextItem>
      ))}
    </HelperText>
  );
}
