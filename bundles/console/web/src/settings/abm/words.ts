import type { Schema } from "../../api/client";

type Trouble = Schema<"AbmTrouble">;

/** What is wrong, in a few words. */
const TITLES: Record<Trouble["kind"], string> = {
  terms_not_signed: "New terms have to be accepted",
  token_rejected: "Apple rejects the token",
  access_denied: "Apple denies access",
  throttled: "Apple asks to wait",
  repeating: "Apple gave the same page again",
  refused: "Apple refuses",
  unavailable: "Apple cannot be reached",
  broken: "This server could not take it over",
};

/** What ends by itself needs nobody. */
const PASSING: Trouble["kind"][] = ["throttled", "repeating", "unavailable"];

export const titleOf = (trouble: Trouble) => TITLES[trouble.kind] ?? trouble.kind;

export const variantOf = (trouble: Trouble) => (PASSING.includes(trouble.kind) ? "warning" : "danger");

const DAY = 86_400_000;

/** Whole days until then; negative when it was before today. */
export function daysLeft(end: string, now = Date.now()): number {
  return Math.floor((Date.parse(end) - now) / DAY);
}
