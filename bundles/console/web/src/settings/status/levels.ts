import type { Schema } from "../../api/client";

const ORDER = { error: 0, warning: 1, ok: 2 } as const;

/** The worst first, in the order of the server within a level. */
export function byLevel(lines: Schema<"StatusLine">[]): Schema<"StatusLine">[] {
  return [...lines].sort((one, other) => ORDER[one.level] - ORDER[other.level]);
}
