import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { Link } from "react-router";
import type { Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { ActionMenu } from "../../parts/ActionMenu";
import { macs } from "../../parts/macs";
import { time } from "../../parts/time";

type Team = Schema<"Team">;

/** A team a line, with the ways to its Macs and settings. */
export function TeamTable({
  teams,
  onEdit,
  onDelete,
}: {
  teams: Team[];
  onEdit: (team: Team) => void;
  onDelete: (team: Team) => void;
}) {
  const { may } = useSession();
  return (
    <Table aria-label="Teams">
      <Thead>
        <Tr>
          <Th>Name</Th>
          <Th>Description</Th>
          <Th>Macs</Th>
          <Th>People</Th>
          <Th>Settings</Th>
          <Th>Added</Th>
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      <Tbody>
        {teams.map((team) => {
          const actions = [
            ...(may("EDIT_TEAMS", team.id) ? [{ label: "Rename", act: () => onEdit(team) }] : []),
            ...(may("DELETE_TEAMS", team.id) ? [{ label: "Delete", act: () => onDelete(team), danger: true }] : []),
          ];
          return (
            <Tr key={team.id}>
              <Td dataLabel="Name" className="console-long">{team.name}</Td>
              <Td dataLabel="Description" className="console-long">{team.description}</Td>
              <Td dataLabel="Macs">
                {may("VIEW_HOSTS", team.id) ? (
                  <Link to={`/hosts?team_id=${team.id}`} aria-label={`${macs(team.host_count)} of ${team.name}`}>
                    {team.host_count}
                  </Link>
                ) : (
                  team.host_count
                )}
              </Td>
              <Td dataLabel="People">{team.user_count}</Td>
              <Td dataLabel="Settings">
                {may("VIEW_PROFILES", team.id) && (
                  <Link to={`/controls/profiles?team_id=${team.id}`} aria-label={`Controls of ${team.name}`}>
                    Controls
                  </Link>
                )}
              </Td>
              <Td dataLabel="Added">{time(team.created_at)}</Td>
              <Td dataLabel="Actions" isActionCell>
                {actions.length > 0 && <ActionMenu of={team.name} actions={actions} />}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
