import type { Schema } from "../../api/client";
import type { CommandKey } from "./draft";

const FORMS: Record<string, string> = {
  integer: "A whole number",
  real: "A number",
  data: "Base64",
  dictionary: "A JSON object",
};

/** What to know of a key before it is given. */
export function hintOf(key: CommandKey): string {
  const isFrame = (key.keys ?? []).length > 0;
  const parts = [
    isFrame ? "" : (FORMS[key.type ?? ""] ?? ""),
    range(key),
    key.length ? `${key.length} characters` : "",
    key.default_value ? `${key.default_value} when left out` : "",
    ...(key.some_of ?? []).map((some) => `at least one of ${some.join(", ")}`),
    ...availabilityOf(key.availability),
  ].filter(Boolean);
  const text = parts.join(", ");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function range({ min, max }: CommandKey): string {
  const low = min ?? undefined;
  const high = max ?? undefined;
  if (low !== undefined && high !== undefined) return `from ${low} to ${high}`;
  if (low !== undefined) return `at least ${low}`;
  return high === undefined ? "" : `at most ${high}`;
}

/** Where a command or a key may be used, in words. */
export function availabilityOf(where: Schema<"Availability"> | undefined): string[] {
  return [
    where?.since ? `from macOS ${where.since} on` : "",
    where?.supervised ? "for supervised Macs" : "",
    where?.automated_enrollment ? "for Macs that enrolled automatically" : "",
    where?.deprecated ? `Apple advises against it since macOS ${where.deprecated}` : "",
  ].filter(Boolean);
}
