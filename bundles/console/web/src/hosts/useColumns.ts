import { useState } from "react";
import { COLUMNS, type Column } from "./columns";

const KEY = "pomona.hosts.columns";

function kept(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? "");
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : usual();
  } catch {
    return usual();
  }
}

const usual = () => COLUMNS.filter((column) => column.usual).map((column) => column.id);

/** Which columns the person wants to see in this browser. */
export function useColumns(): [Column[], (id: string) => void] {
  const [ids, setIds] = useState(kept);
  const toggle = (id: string) => {
    const next = ids.includes(id) ? ids.filter((some) => some !== id) : [...ids, id];
    localStorage.setItem(KEY, JSON.stringify(next));
    setIds(next);
  };
  return [COLUMNS.filter((column, index) => index === 0 || ids.includes(column.id)), toggle];
}
