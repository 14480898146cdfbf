import { Flex, FlexItem } from "@patternfly/react-core";
import { Link, useSearchParams } from "react-router";
import { $api } from "../api/client";
import { useTeam } from "../app/Team";
import { State } from "../parts/State";
import { mdmWord } from "../parts/states";
import { changed } from "./search";

const COUNTS = [
  ["On (manual)", "enrolled_manual_hosts_count", "manual"],
  ["On (automatic)", "enrolled_automated_hosts_count", "automatic"],
  ["Pending", "pending_hosts_count", "pending"],
  ["Off", "unenrolled_hosts_count", "unenrolled"],
] as const;

/** How many Macs of the team have which MDM status; each leads to them. */
export function HostCounts() {
  const team = useTeam();
  const [parameters] = useSearchParams();
  const { data } = $api.useQuery("get", "/hosts/summary/mdm", { params: { query: { team_id: team } } });
  const counts = data?.mobile_device_management_enrollment_status;
  return (
    <Flex role="group" aria-label="Macs by MDM status" columnGap={{ default: "columnGapXl" }}>
      {COUNTS.map(([status, field, filter]) => (
        <FlexItem key={field}>
          <Link
            to={{ search: changed(parameters, { mdm_enrollment_status: filter }).toString() }}
            aria-current={parameters.get("mdm_enrollment_status") === filter ? "true" : undefined}
          >
            <State word={mdmWord(status)} /> {counts?.[field]?.toLocaleString() ?? "…"}
          </Link>
        </FlexItem>
      ))}
    </Flex>
  );
}
