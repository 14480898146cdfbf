import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Schema } from "../../api/client";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { Block } from "../Block";
import { causeText, rotationWord } from "../words";

/** How recovery keys of a Mac were replaced, or are about to be. */
export function RotationHistory({ rotations }: { rotations: Schema<"KeyRotation">[] }) {
  return (
    <Block title="Rotations">
      {rotations.length === 0 ? (
        "No key of this Mac was rotated yet."
      ) : (
        <Table aria-label="Rotations" variant="compact" gridBreakPoint="grid-lg">
          <Thead>
            <Tr>
              <Th>Asked for</Th>
              <Th>Why</Th>
              <Th>State</Th>
              <Th>Detail</Th>
              <Th>Changed</Th>
            </Tr>
          </Thead>
          <Tbody>
            {rotations.map((rotation) => (
              <Tr key={rotation.id}>
                <Td dataLabel="Asked for">{time(rotation.requested_at)}</Td>
                <Td dataLabel="Why" modifier="breakWord">
                  {causeText(rotation.cause)}
                  {rotation.requested_by ? `, by ${rotation.requested_by}` : ""}
                </Td>
                <Td dataLabel="State">
                  <State word={rotationWord(rotation.status)} />
                </Td>
                <Td dataLabel="Detail" modifier="breakWord">
                  {rotation.detail}
                </Td>
                <Td dataLabel="Changed">{time(rotation.updated_at)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Block>
  );
}
