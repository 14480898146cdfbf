import { Alert } from "@patternfly/react-core";
import { ALL_TEAMS, useTeam } from "../app/Team";

/** Says whose settings are shown while no team is chosen. */
export function ScopeNote() {
  const team = useTeam();
  if (team !== ALL_TEAMS) {
    return null;
  }
  return (
    <Alert variant="info" isInline isPlain title="These are the settings of Macs that are in no team. Choose a team at the top for those of its Macs." />
  );
}
