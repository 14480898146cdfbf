/** What a window of Nudge says. */
export interface NudgeWords {
  title: string;
  text: string;
  buttons: string[];
}

type Element = Partial<Record<"mainHeader" | "subHeader" | "actionButtonText" | "informationButtonText" | "primaryQuitButtonText", string>>;

/** The words among the settings of Nudge, in the first language; undefined while there are none. */
export function wordsOf(settings: unknown): NudgeWords | undefined {
  const element = (settings as { userInterface?: { updateElements?: Element[] } } | undefined)?.userInterface?.updateElements?.[0];
  if (element === undefined) {
    return undefined;
  }
  const buttons = [element.actionButtonText, element.primaryQuitButtonText, element.informationButtonText];
  return {
    title: element.mainHeader ?? "",
    text: element.subHeader ?? "",
    buttons: buttons.filter((button) => button !== undefined),
  };
}
