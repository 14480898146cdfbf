export type Tone = "green" | "blue" | "orange" | "red" | "grey";

/** A state in words, with how bad it is. */
export interface Word {
  text: string;
  tone: Tone;
}

export const word = (text: string, tone: Tone): Word => ({ text, tone });
const unknown = (state: string): Word => word(state.replaceAll("_", " "), "grey");

/** The words of all states that there are; one that was not thought of is told as it is. */
export const lookup =
  (words: Record<string, Word>) =>
  (state: string | null | undefined): Word =>
    words[state ?? ""] ?? unknown(state ?? "not known");
