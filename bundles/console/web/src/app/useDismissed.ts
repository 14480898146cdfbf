import { useState } from "react";

const KEY = "pomona.dismissed";

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((some) => typeof some === "string") : [];
  } catch {
    return [];
  }
}

/** What a person does not want to see again in this tab. */
export function useDismissed(): { dismissed: ReadonlySet<string>; dismiss: (key: string) => void } {
  const [keys, setKeys] = useState(read);
  const dismiss = (key: string) => {
    const next = [...new Set([...keys, key])];
    setKeys(next);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing shows it again.
    }
  };
  return { dismissed: new Set(keys), dismiss };
}
