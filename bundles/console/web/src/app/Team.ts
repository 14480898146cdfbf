import { useSearchParams } from "react-router";

/** The team switch stands on all teams. */
export const ALL_TEAMS = undefined;

/** A team's number, 0 for what is in no team, or all teams. As the API's parameter `team_id`. */
export type TeamChoice = number | typeof ALL_TEAMS;

export const TEAM_PARAMETER = "team_id";

/** Which team is looked at. It is in the address, so that a link shows the same. */
export function useTeam(): TeamChoice {
  const [parameters] = useSearchParams();
  const text = parameters.get(TEAM_PARAMETER);
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : ALL_TEAMS;
}

/** The team for a page whose settings belong to one team or to no team: no team where all are chosen. */
export function useOneTeam(): number {
  return useTeam() ?? 0;
}
