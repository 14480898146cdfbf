import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Schema } from "../../api/client";
import { time } from "../../parts/time";

const STATES = {
  waiting: { label: "Waiting", status: "info" },
  delivered: { label: "Delivered", status: "success" },
  dead: { label: "Given up", status: "danger" },
} as const;

/** An event a line, newest first. */
export function DeliveryTable({
  deliveries,
  onAgain,
}: {
  deliveries: Schema<"Delivery">[];
  onAgain: (delivery: number) => void;
}) {
  return (
    <Table aria-label="Events" variant="compact">
      <Thead>
        <Tr>
          <Th>Happened</Th>
          <Th>Topic</Th>
          <Th>State</Th>
          <Th>Attempts</Th>
          <Th>Last tried</Th>
          <Th>Outcome</Th>
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      <Tbody>
        {deliveries.map((some) => (
          <Tr key={some.id}>
            <Td dataLabel="Happened">{time(some.created_at)}</Td>
            <Td dataLabel="Topic" className="console-long">{some.topic}</Td>
            <Td dataLabel="State">
              <Label status={STATES[some.state].status} isCompact>
                {STATES[some.state].label}
              </Label>
            </Td>
            <Td dataLabel="Attempts">{some.attempts}</Td>
            <Td dataLabel="Last tried">{time(some.tried_at)}</Td>
            <Td dataLabel="Outcome" className="console-long">{some.outcome}</Td>
            <Td dataLabel="Actions">
              {some.state === "dead" && (
                <Button variant="link" isInline onClick={() => onAgain(some.id)} aria-label={`Deliver event ${some.event_id} again`}>
                  Deliver again
                </Button>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
