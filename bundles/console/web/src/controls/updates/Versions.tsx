import { Card, CardBody, CardTitle, Content } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Schema } from "../../api/client";
import { State } from "../../parts/State";
import { updateWord } from "../../parts/states";

/** Which versions of macOS are in use, and what that means for what is required. */
export function Versions({ versions }: { versions: Schema<"MacosVersionCount">[] }) {
  return (
    <Card>
      <CardTitle component="h2">What Macs run</CardTitle>
      <CardBody>
        {versions.length === 0 ? (
          <Content component="p">None of these Macs is enrolled.</Content>
        ) : (
          <Table aria-label="Versions of macOS" variant="compact">
            <Thead>
              <Tr>
                <Th>macOS</Th>
                <Th>Macs</Th>
                <Th>State</Th>
              </Tr>
            </Thead>
            <Tbody>
              {versions.map((one) => (
                <Tr key={`${one.version} ${one.state}`}>
                  <Td dataLabel="macOS" modifier="breakWord">{one.version === "" ? "Not known" : one.version}</Td>
                  <Td dataLabel="Macs">{one.hosts.toLocaleString()}</Td>
                  <Td dataLabel="State">{one.state === "none" ? "Nothing is required" : <State word={updateWord(one.state)} />}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}
