import type { Schema } from "../../api/client";

/** How far a profile is on a Mac; what somebody should look at first. */
export const STATUSES = ["failed", "pending", "verifying", "verified"] as const;

export type Status = (typeof STATUSES)[number];

/** On how many Macs it is how far. */
export function counted(summary: Schema<"ProfileSummary">): { status: Status; count: number }[] {
  return STATUSES.map((status) => ({ status, count: summary[status] }));
}

export function total(summary: Schema<"ProfileSummary">): number {
  return counted(summary).reduce((sum, { count }) => sum + count, 0);
}

/** The first that there are Macs of: those where it failed before all others. */
export function foremost(summary: Schema<"ProfileSummary"> | undefined): Status {
  return (summary && counted(summary).find(({ count }) => count > 0)?.status) ?? "failed";
}
