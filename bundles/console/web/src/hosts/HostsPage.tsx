import { PageSection } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { $api } from "../api/client";
import { useTeam } from "../app/Team";
import { ConsolePage } from "../parts/ConsolePage";
import { Loaded } from "../parts/Loaded";

/** All Macs that the person may see. */
export default function HostsPage() {
  const team = useTeam();
  const query = $api.useQuery("get", "/hosts", {
    params: { query: { team_id: team, page: 0, per_page: 50 } },
  });
  return (
    <ConsolePage title="Hosts">
      <PageSection>
        <Loaded query={query}>
          {(data) => (
            <Table aria-label="Hosts" variant="compact">
              <Thead>
                <Tr>
                  <Th>Name</Th>
                  <Th>Serial number</Th>
                  <Th>MDM status</Th>
                </Tr>
              </Thead>
              <Tbody>
                {(data.hosts ?? []).map((host) => (
                  <Tr key={host.id}>
                    <Td dataLabel="Name">{host.display_name}</Td>
                    <Td dataLabel="Serial number">{host.hardware_serial}</Td>
                    <Td dataLabel="MDM status">{host.mdm?.enrollment_status}</Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )}
        </Loaded>
      </PageSection>
    </ConsolePage>
  );
}
