import type { Schema } from "../../api/client";
import type { Lint } from "./upload";

/** A file that somebody wants to upload, and what came of looking at it. */
export interface Candidate {
  file: File;
  lint?: Lint;
  /** Why it is refused, or could not be uploaded. */
  refusal?: string;
  uploaded: boolean;
}

const TAKEN = ["identifier_taken", "name_taken"];

/** What is odd about it, apart from what stands in its way. */
export const oddities = (lint: Lint) => lint.warnings.filter((warning) => !TAKEN.includes(warning.code));

/** The profiles that have its identifier or its name already: an upload would be refused for them. */
export function inTheWay(lint: Lint | undefined, profiles: Schema<"Profile">[]): Schema<"Profile">[] {
  return lint === undefined ? [] : profiles.filter((profile) => profile.identifier === lint.identifier || profile.name === lint.name);
}

/** The profile whose place a file can take: the one with its identifier, unless another has its name. */
export function former(lint: Lint | undefined, profiles: Schema<"Profile">[]): Schema<"Profile"> | undefined {
  const [first, ...others] = inTheWay(lint, profiles);
  return others.length === 0 && first?.identifier === lint?.identifier ? first : undefined;
}

/** What can be uploaded as it is. */
export const waiting = (all: Candidate[], profiles: Schema<"Profile">[]) =>
  all.filter((one) => one.lint !== undefined && one.refusal === undefined && !one.uploaded && inTheWay(one.lint, profiles).length === 0);

/** With one of them changed. */
export function replaced(all: Candidate[], file: File, change: Partial<Candidate>): Candidate[] {
  return all.map((one) => (one.file === file ? { ...one, ...change } : one));
}
