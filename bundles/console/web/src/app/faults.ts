import type { Schema } from "../api/client";

type Line = Schema<"StatusLine">;

/** Shows all lines. */
export const STATUS = { path: "settings/status", label: "Go to the status" };

/** Where a person mends it; lines of no page are mended at the server. */
const PAGES: [prefix: string, path: string, label: string][] = [
  ["apns.", "settings/integrations/mdm", "Go to the push certificate"],
  ["abm.setup", "hosts", "Go to hosts"],
  ["abm.", "settings/integrations/mdm/abm", "Go to Apple Business Manager"],
  ["escrow.", "controls/disk-encryption", "Go to disk encryption"],
  ["enrollment.self_service_team", STATUS.path, STATUS.label],
  ["enrollment.", "hosts", "Go to hosts"],
  ["organization.activities", "activity", "Go to the activity feed"],
  ["organization.webhooks", "settings/integrations/webhooks", "Go to webhooks"],
  ["profiles.", "controls/profiles", "Go to custom settings"],
];

/** The page that a line of the status is mended on. */
export function pageOf(name: string): { path: string; label: string } {
  const found = PAGES.find(([prefix]) => name.startsWith(prefix));
  return found === undefined ? STATUS : { path: found[1], label: found[2] };
}

/** What is wrong, errors first; in the order of the server otherwise. */
export function faults(lines: Line[]): Line[] {
  const wrong = lines.filter((line) => line.level !== "ok");
  return [...wrong.filter((line) => line.level === "error"), ...wrong.filter((line) => line.level !== "error")];
}

/** One fault of one cause: the same sentence again is the same banner. */
export const keyOf = (line: Line) => `${line.name}: ${line.level}`;
