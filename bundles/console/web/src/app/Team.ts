import { useSearchParams } from "react-router";
import type { Permission } from "./Permission";
import { useSession } from "./Session";

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

/**
 * The team for a page whose settings belong to one team or to no team. Where all are chosen it is no team, and for people
 * who have roles in teams only the first of those in which they may do this.
 */
export function useOneTeam(permission: Permission): number {
  const { me, may } = useSession();
  const chosen = useTeam();
  const first = (me.available_teams ?? []).find((team) => may(permission, team.id));
  return chosen ?? (may(permission, null) ? 0 : (first?.id ?? 0));
}
