import type { Schema } from "../../api/client";

export type AssignmentStatus = Schema<"Assignment">["status"];
export type Filter = AssignmentStatus | "trouble" | "all";

export const WORDS: Record<AssignmentStatus, string> = {
  assigned: "Assigned",
  pending: "Pending",
  not_accessible: "Not accessible",
  failed: "Failed",
  throttled: "Cooling down",
};

export const COLORS: Record<AssignmentStatus, "green" | "blue" | "orange" | "red"> = {
  assigned: "green",
  pending: "blue",
  not_accessible: "red",
  failed: "red",
  throttled: "orange",
};

const TROUBLE: AssignmentStatus[] = ["not_accessible", "failed", "throttled"];

/** How many Macs a filter shows. */
export function countOf(filter: Filter, counts: Record<string, number>): number {
  const all = Object.keys(WORDS) as AssignmentStatus[];
  const wanted = filter === "all" ? all : filter === "trouble" ? TROUBLE : [filter];
  return wanted.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}

/** The filters with their numbers. */
export function filters(counts: Record<string, number>): { value: Filter; label: string }[] {
  const label = (filter: Filter, words: string) => ({ value: filter, label: `${words} (${countOf(filter, counts)})` });
  return [
    label("all", "All"),
    label("trouble", "In trouble"),
    ...(Object.keys(WORDS) as AssignmentStatus[]).map((status) => label(status, WORDS[status])),
  ];
}
