import type { Lint } from "./upload";

/** A file that somebody wants to upload, and what came of looking at it. */
export interface Candidate {
  file: File;
  lint?: Lint;
  /** Why it is refused, or could not be uploaded. */
  refusal?: string;
  uploaded: boolean;
}

/** What is still to be uploaded. */
export const waiting = (all: Candidate[]) => all.filter((one) => one.refusal === undefined && !one.uploaded);

/** With one of them changed. */
export function replaced(all: Candidate[], file: File, change: Partial<Candidate>): Candidate[] {
  return all.map((one) => (one.file === file ? { ...one, ...change } : one));
}
