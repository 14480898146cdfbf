import { declarationState } from "./declarations";
import type { Evidence } from "./evidence";
import { plain } from "../parts/plain";
import { type Host, isOn } from "./Host";
import type { Obstacle } from "./compliance";

const joined = (text: string, detail: string | null | undefined) => {
  const why = plain(detail ?? "").replace(/\.$/, "");
  return why === "" ? `${text}.` : `${text}. ${why}.`;
};

/** The newest of what was asked for. */
const newest = <One>(all: One[] | undefined, at: (one: One) => string | undefined): One | undefined =>
  [...(all ?? [])].sort((a, b) => (at(b) ?? "").localeCompare(at(a) ?? ""))[0];

/** Declarations that the Mac refuses or has not taken up. */
export function undeclared(host: Host, { declarations }: Evidence): Obstacle[] {
  const all = isOn(host) ? (declarations?.declarations ?? []) : [];
  const states = all.map((one) => ({ one, text: declarationState(one).text }));
  const waiting = states.filter(({ text }) => /^(Not reported|Has an earlier|Not checked|To be given up)/.test(text)).length;
  return [
    ...states
      .filter(({ text }) => text === "Invalid")
      .map(({ one }): Obstacle => ({
        variant: "danger",
        text: joined(`The Mac refuses the declaration ${plain(one.identifier ?? "")}`, one.reasons?.map((why) => why.description || why.code).join(", ")),
        section: "declarations",
      })),
    ...(waiting === 0
      ? []
      : [{ variant: "info", text: `The Mac has not taken up ${waiting} ${waiting === 1 ? "declaration" : "declarations"} yet.`, section: "declarations" } as const]),
  ];
}

/** What an admin has asked for last and what failed. */
export function failedAttempts({ keys, locks, updates }: Evidence): Obstacle[] {
  const rotation = newest(keys?.rotations, (one) => one.requested_at);
  const lock = newest(locks?.history, (one) => one.requested_at);
  const scheduled = updates?.scheduled;
  const found: Obstacle[] = [];
  if (rotation?.status === "failed") {
    found.push({ variant: "warning", text: joined("The recovery key could not be replaced", rotation.detail), section: "encryption" });
  }
  if (lock?.stage === "failed" || lock?.stage === "uncertain") {
    const what = lock.kind === "wipe" ? "erasure" : "lock";
    const end = lock.stage === "failed" ? "failed" : "has an uncertain end";
    found.push({ variant: "danger", text: joined(`The ${what} ${end}`, lock.detail), section: "locks" });
  }
  if (scheduled?.state === "failed") {
    found.push({ variant: "warning", text: joined("The scheduled update failed", scheduled.detail), section: "updates" });
  }
  return found;
}
