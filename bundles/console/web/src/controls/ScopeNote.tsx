import { Alert } from "@patternfly/react-core";
import { ALL_TEAMS, useTeam } from "../app/Team";

/** Says whose settings are shown while no team is chosen; the switch itself shows the team of who has roles in teams only. */
export function ScopeNote({ team }: { team: number }) {
  const chosen = useTeam();
  if (chosen !== ALL_TEAMS || team !== 0) {
    return null;
  }
  return (
    <Alert variant="info" isInline isPlain title="These are the settings of Macs that are in no team. Choose a team at the top for those of its Macs." />
  );
}
