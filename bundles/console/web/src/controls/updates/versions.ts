import type { Schema } from "../../api/client";

type Count = Schema<"MacosVersionCount">;

/** Whether this reads like a version of macOS, such as 15 or 14.6.1. */
export function isVersion(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){0,2}$/.test(text);
}

/** Below zero when the first is older; parts that are left out are 0. */
export function compare(one: string, other: string): number {
  const parts = one.split(".").map(Number);
  const others = other.split(".").map(Number);
  return [0, 1, 2].map((part) => (parts[part] ?? 0) - (others[part] ?? 0)).find((step) => step !== 0) ?? 0;
}

/** How many of the Macs run something older; those that have not said what they run are not counted. */
export function below(counts: Count[], minimum: string): number {
  return counts
    .filter((count) => isVersion(count.version) && compare(count.version, minimum) < 0)
    .reduce((sum, count) => sum + count.hosts, 0);
}

/** All Macs together. */
export function all(counts: Count[]): number {
  return counts.reduce((sum, count) => sum + count.hosts, 0);
}
