import { Flex } from "@patternfly/react-core";
import { $api } from "../../api/client";

/** How far one profile is on how many Macs, in words. */
export function ProfileCounts({ uuid }: { uuid: string }) {
  const { data } = $api.useQuery("get", "/configuration_profiles/{profile_uuid}/status", {
    params: { path: { profile_uuid: uuid } },
  });
  if (data === undefined) {
    return "…";
  }
  const parts = [
    [data.failed, "failed"],
    [data.pending, "pending"],
    [data.verifying, "verifying"],
    [data.verified, "verified"],
  ] as const;
  const said = parts.filter(([count]) => count > 0);
  return (
    <Flex columnGap={{ default: "columnGapSm" }}>
      {said.length === 0 ? "On no Mac" : said.map(([count, word]) => <span key={word}>{`${count} ${word}`}</span>)}
    </Flex>
  );
}
