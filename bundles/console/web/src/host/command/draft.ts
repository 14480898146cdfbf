import type { Schema } from "../../api/client";

export type CommandKey = Schema<"CommandKey">;

/** What a person has given for a key so far: text, the keys of a dictionary, or the elements of an array. */
export type Draft = string | Fields | Element[];
export interface Fields {
  [name: string]: Draft;
}
export interface Element {
  /** Stays the same while elements before it come and go. */
  id: number;
  /** Which of the kinds that the array may have. */
  kind: number;
  draft: Draft;
}

export const fieldsOf = (draft: Draft | undefined): Fields =>
  typeof draft === "object" && !Array.isArray(draft) ? draft : {};
export const elementsOf = (draft: Draft | undefined): Element[] => (Array.isArray(draft) ? draft : []);
export const textOf = (draft: Draft | undefined): string => (typeof draft === "string" ? draft : "");

/** A dictionary that may have any keys, and is given as JSON. */
export const isFree = (key: CommandKey) => key.type === "dictionary" && (key.keys ?? []).length === 0;

/** The only value that a key can have, which nobody needs to type. */
export function onlyChoice(key: CommandKey): string | undefined {
  return key.required && key.choices?.length === 1 ? key.choices[0]?.value : undefined;
}

export const emptyDraft = (key: CommandKey): Draft => {
  if (key.type === "array") return [];
  return key.type === "dictionary" && !isFree(key) ? {} : "";
};

/** The keys as the API takes them, and what is not right with them yet. */
export interface Composed {
  keys: Record<string, unknown>;
  problems: string[];
}

export function compose(keys: readonly CommandKey[], draft: Fields): Composed {
  const problems: string[] = [];
  return { keys: dictionary(keys, draft, "", problems) ?? {}, problems };
}

function dictionary(
  keys: readonly CommandKey[],
  draft: Fields,
  path: string,
  problems: string[],
): Record<string, unknown> | undefined {
  const found: Record<string, unknown> = {};
  const missing: string[] = [];
  for (const key of keys) {
    const name = key.name ?? "";
    const at = path === "" ? name : `${path}.${name}`;
    const value = valueOf(key, draft[name], at, problems);
    if (value !== undefined) {
      found[name] = value;
    } else if (key.required) {
      missing.push(`${at} is missing.`);
    }
  }
  // Nothing is missing in a dictionary that is left out.
  const given = Object.keys(found).length > 0;
  if (given || path === "") {
    problems.push(...missing);
  }
  return given ? found : undefined;
}

/** Undefined where nothing was given. */
function valueOf(key: CommandKey, draft: Draft | undefined, path: string, problems: string[]): unknown {
  if (key.type === "array") {
    return array(key, elementsOf(draft), path, problems);
  }
  if (key.type === "dictionary" && !isFree(key)) {
    const value = dictionary(key.keys ?? [], fieldsOf(draft), path, problems);
    return value ?? (key.required ? {} : undefined);
  }
  const text = textOf(draft) || (onlyChoice(key) ?? "");
  return text === "" ? undefined : scalar(key, text, path, problems);
}

function array(key: CommandKey, elements: Element[], path: string, problems: string[]): unknown[] | undefined {
  const values = elements.map((element, index) => {
    const kind = key.keys?.[element.kind];
    const at = `${path}[${index}]`;
    const value = kind === undefined ? undefined : valueOf(kind, element.draft, at, problems);
    if (value === undefined) {
      problems.push(`${at} is empty.`);
    }
    return value;
  });
  return values.length === 0 ? undefined : values;
}

function scalar(key: CommandKey, text: string, path: string, problems: string[]): unknown {
  const wrong = (what: string) => {
    problems.push(`${path} is not ${what}.`);
    return text;
  };
  switch (key.type) {
    case "integer":
      return /^-?\d+$/.test(text.trim()) ? Number(text) : wrong("a whole number");
    case "real":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : wrong("a number");
    case "boolean":
      return text === "true";
    case "date": {
      const date = new Date(text);
      return Number.isNaN(date.getTime()) ? wrong("a date") : date.toISOString();
    }
    case "data":
      return text.replace(/\s/g, "");
    case "dictionary":
      return json(text) ?? wrong("a JSON object");
    default:
      return text;
  }
}

function json(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
