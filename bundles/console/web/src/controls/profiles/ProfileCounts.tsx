import { Button, Flex } from "@patternfly/react-core";
import { $api, type Schema } from "../../api/client";
import { LIVE } from "../../api/queries";
import { counted, type Status } from "./statuses";

/** So many requests a second are asked for all the profiles of a page together, at most. */
const A_SECOND = 5;

/** How far one profile is on how many Macs; each number leads to them. */
export function ProfileCounts({ profile, among, onShow }: { profile: Schema<"Profile">; among: number; onShow: (status: Status) => void }) {
  const { data } = $api.useQuery(
    "get",
    "/configuration_profiles/{profile_uuid}/status",
    { params: { path: { profile_uuid: profile.profile_uuid } } },
    { refetchInterval: Math.max(LIVE, (among / A_SECOND) * 1000) },
  );
  if (data === undefined) {
    return "…";
  }
  const said = counted(data).filter(({ count }) => count > 0);
  if (said.length === 0) {
    return "On no Mac";
  }
  return (
    <Flex columnGap={{ default: "columnGapSm" }}>
      {said.map(({ status, count }) => (
        <Button key={status} variant="link" isInline aria-label={`${count} ${status}: ${profile.name}`} onClick={() => onShow(status)}>
          {`${count.toLocaleString()}\u00a0${status}`}
        </Button>
      ))}
    </Flex>
  );
}
