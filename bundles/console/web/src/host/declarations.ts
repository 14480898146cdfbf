import type { Schema } from "../api/client";
import type { Word } from "../parts/Word";

/** How a declaration is on a Mac: what is wanted beside what the Mac reported. */
export function declarationState(declaration: Schema<"HostDeclaration">): Word {
  const { type, wanted_token: wanted, reported_token: reported, valid, active } = declaration;
  if (type === null || type === undefined) return { text: "To be given up", tone: "blue" };
  if (reported === null || reported === undefined) return { text: "Not reported yet", tone: "blue" };
  if (valid === "invalid") return { text: "Invalid", tone: "red" };
  if (wanted !== reported) return { text: "Has an earlier one", tone: "blue" };
  if (valid === "unknown") return { text: "Not checked yet", tone: "blue" };
  return active ? { text: "Active", tone: "green" } : { text: "Valid, not active", tone: "grey" };
}

/** Whether the Mac knows its declarations. */
export function declarationsSentence(
  { up_to_date: upToDate, told_at: told, reported_at: reported }: Schema<"HostDeclarations">,
  time: (text: string | null | undefined) => string,
): string {
  const report = reported ? ` It reported last ${time(reported)}.` : " It has reported nothing yet.";
  if (upToDate) {
    return `The Mac has asked for the declarations that there are now.${report}`;
  }
  return told
    ? `The Mac was told ${time(told)} that its declarations have changed, and has not asked for them yet.${report}`
    : `The Mac has not been told of its declarations yet.${report}`;
}
