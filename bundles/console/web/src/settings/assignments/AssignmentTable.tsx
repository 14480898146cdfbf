import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { TeamLink } from "../../app/TeamLink";
import { ago, time } from "../../parts/time";
import { COLORS, WORDS } from "./statuses";

/** One Mac a line. */
export function AssignmentTable({
  assignments,
  onAgain,
}: {
  assignments: Schema<"Assignment">[];
  onAgain: (host: number, name: string) => Promise<void>;
}) {
  const { may } = useSession();
  return (
    <Table aria-label="Assignments" variant="compact">
      <Thead>
        <Tr>
          <Th>Serial number</Th>
          <Th>Name</Th>
          <Th>Team</Th>
          <Th>Status</Th>
          <Th>Detail</Th>
          <Th>Tried</Th>
          <Th>Next try</Th>
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      <Tbody>
        {assignments.map((some) => (
          <Tr key={some.host_id}>
            <Td dataLabel="Serial number">
              <TeamLink to={`/hosts/${some.host_id}`}>{some.hardware_serial}</TeamLink>
            </Td>
            <Td dataLabel="Name" className="console-long">{some.display_name}</Td>
            <Td dataLabel="Team" className="console-long">{some.team_name ?? "No team"}</Td>
            <Td dataLabel="Status">
              <Label color={COLORS[some.status]} isCompact>
                {WORDS[some.status]}
              </Label>
            </Td>
            <Td dataLabel="Detail" className="console-long">
              {some.detail}
              {some.attempts > 1 && ` (${some.attempts} times)`}
            </Td>
            <Td dataLabel="Tried">{ago(some.tried_at)}</Td>
            <Td dataLabel="Next try">{some.next_try_at === null ? "" : time(some.next_try_at)}</Td>
            <Td dataLabel="Actions">
              {may("EDIT_HOSTS", some.team_id) && (
                <Button
                  variant="link"
                  isInline
                  onClick={() => void onAgain(some.host_id, some.display_name)}
                  aria-label={`Assign ${some.hardware_serial} again`}
                >
                  Assign again
                </Button>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
