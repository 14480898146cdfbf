import type { TeamChoice } from "../app/Team";
import { isState, isStep } from "./steps";

export const PER_PAGE = 50;

/** What the address says of a name, or nothing. */
export type Filter = (name: string) => string;

/** Which Macs of the board the address asks for. A state is that of a step. */
export function wanted(filter: Filter, team: TeamChoice) {
  const step = filter("step");
  const state = filter("state");
  const which = filter("which");
  return {
    team_id: team,
    query: filter("query") || undefined,
    step: isStep(step) ? step : undefined,
    state: isStep(step) && isState(state) ? state : undefined,
    done: which === "done" ? true : which === "left" ? false : undefined,
    archived: which === "archived" ? true : undefined,
  };
}

/** From 0 on. */
export const pageOf = (filter: Filter) => Math.max(0, Number(filter("page")) || 0);
