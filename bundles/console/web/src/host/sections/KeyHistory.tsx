import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Schema } from "../../api/client";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { Block } from "../Block";

const SOURCES: Record<string, string> = { security_info: "The Mac told it", rotation: "By a rotation" };

/** The recovery keys that a Mac gave, without them. */
export function KeyHistory({ keys }: { keys: Schema<"KeptRecoveryKey">[] }) {
  return (
    <Block title="Recovery keys">
      {keys.length === 0 ? (
        "This Mac has given none yet."
      ) : (
        <Table aria-label="Recovery keys" variant="compact" gridBreakPoint="grid-lg">
          <Thead>
            <Tr>
              <Th>Received</Th>
              <Th>How</Th>
              <Th>Opens</Th>
              <Th>Last viewed</Th>
              <Th>Encrypted for certificate</Th>
            </Tr>
          </Thead>
          <Tbody>
            {keys.map((key) => (
              <Tr key={key.id}>
                <Td dataLabel="Received">{time(key.received_at)}</Td>
                <Td dataLabel="How">{SOURCES[key.source ?? ""] ?? key.source}</Td>
                <Td dataLabel="Opens" modifier="breakWord">
                  <State
                    word={key.readable ? { text: "Yes", tone: "green" } : { text: "No", tone: "red" }}
                  />{" "}
                  {key.detail}
                </Td>
                <Td dataLabel="Last viewed">{time(key.viewed_at)}</Td>
                <Td dataLabel="Encrypted for certificate">
                  <span className="console-code">{key.certificate_serial_number ?? "not known"}</span>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Block>
  );
}
