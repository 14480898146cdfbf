/** What a row tells beside its type: numbers, texts, yes and no, and lists of them. */
export type Details = Record<string, unknown>;

/** As words; empty where it is not told. */
export function text(details: Details, name: string): string {
  const value = details[name];
  if (value === true || value === false) {
    return value ? "yes" : "no";
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function number(details: Details, name: string): number | undefined {
  const value = details[name];
  return typeof value === "number" ? value : undefined;
}

export function list(details: Details, name: string): unknown[] {
  const value = details[name];
  return Array.isArray(value) ? value : [];
}

/** The value behind these words, or nothing where there is none. */
export function said(before: string, value: string): string {
  return value === "" ? "" : before + value;
}
