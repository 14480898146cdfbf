import { $api, type Schema } from "../../api/client";
import { LIVE } from "../../api/queries";
import { total } from "./statuses";

/** The server looks at so many pairs of a profile and a Mac a second for a page that is open, at most. */
const A_SECOND = 100_000;

/** The profiles of a team, and how far each is on how many Macs: seldom where there is much to count. */
export function useProfiles(team: number) {
  return $api.useQuery(
    "get",
    "/configuration_profiles",
    { params: { query: { team_id: String(team), counts: true } } },
    { refetchInterval: ({ state }) => pace(state.data?.counts ?? {}) },
  );
}

export function pace(counts: Record<string, Schema<"ProfileSummary">>): number {
  const pairs = Object.values(counts).reduce((sum, one) => sum + total(one), 0);
  return Math.max(LIVE, (pairs / A_SECOND) * 1000);
}
