import { Button, Card, CardBody, CardTitle, Content } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { time } from "../../parts/time";

/** What Macs encrypt their recovery keys for. */
export function Certificates() {
  const client = useQueryClient();
  const { say } = useNotices();
  const [asking, setAsking] = useState(false);
  const query = $api.useQuery("get", "/disk_encryption/certificates", {});
  const roll = async () => {
    await api.POST("/disk_encryption/certificates", {});
    await client.invalidateQueries();
    say("Macs get the new certificate from now on.");
  };
  return (
    <Card>
      <CardTitle component="h2">Escrow certificates</CardTitle>
      <CardBody>
        <Content component="p">Macs encrypt their recovery keys for the current one. What was encrypted for an earlier one still opens.</Content>
        <Loaded query={query}>
          {(data) => (
            <Table aria-label="Escrow certificates" variant="compact">
              <Thead>
                <Tr>
                  <Th>Serial number</Th>
                  <Th>State</Th>
                  <Th>Made</Th>
                  <Th>Recovery keys</Th>
                </Tr>
              </Thead>
              <Tbody>
                {data.certificates.map((certificate) => (
                  <Tr key={certificate.id}>
                    <Td dataLabel="Serial number" modifier="breakWord">{certificate.serial_number}</Td>
                    <Td dataLabel="State">
                      {certificate.current ? `Current, ends ${time(certificate.not_after)}` : `Replaced ${time(certificate.retired_at)}`}
                    </Td>
                    <Td dataLabel="Made">{time(certificate.created_at)}</Td>
                    <Td dataLabel="Recovery keys">
                      {certificate.keys}
                      {certificate.keys_to_reseal > 0 && `, ${certificate.keys_to_reseal} still to be sealed anew`}
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )}
        </Loaded>
        <Button variant="secondary" onClick={() => setAsking(true)}>
          Make a new certificate
        </Button>
      </CardBody>
      {asking && (
        <Confirm title="Make a new escrow certificate" action="Make" act={roll} onClose={() => setAsking(false)}>
          <Content component="p">All Macs with disk encryption get a new profile with it. No recovery key is lost.</Content>
        </Confirm>
      )}
    </Card>
  );
}
