import { $api, type Schema } from "../api/client";

/** What is set for the Macs of a team, or of no team (0). Undefined until it is known. */
export function useTeamSettings(team: number): Schema<"Config">["mdm"] | Schema<"Team">["mdm"] | undefined {
  const ofNone = $api.useQuery("get", "/config", {}, { enabled: team === 0 });
  const ofTeam = $api.useQuery("get", "/teams/{id}", { params: { path: { id: team } } }, { enabled: team !== 0 });
  return team === 0 ? ofNone.data?.mdm : ofTeam.data?.team.mdm;
}
