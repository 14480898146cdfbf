import { useSearchParams } from "react-router";
import type { Permission } from "../app/Permission";

const PARAMETER = "section";

/** The sections of a host's page, as its address names them. */
export const SECTIONS = [
  { name: "overview", label: "Overview", permission: "VIEW_HOSTS" },
  { name: "profiles", label: "Profiles", permission: "VIEW_PROFILES" },
  { name: "encryption", label: "Disk encryption", permission: "VIEW_RECOVERY_KEYS" },
  { name: "updates", label: "Updates", permission: "VIEW_HOSTS" },
  { name: "declarations", label: "Declarations", permission: "VIEW_DECLARATIONS" },
  { name: "locks", label: "Locks", permission: "VIEW_HOSTS" },
  { name: "commands", label: "Commands", permission: "VIEW_COMMANDS" },
  { name: "activity", label: "Activity", permission: "VIEW_ACTIVITIES" },
] as const satisfies readonly { name: string; label: string; permission: Permission }[];

export type SectionName = (typeof SECTIONS)[number]["name"];

/** The address of a section; the rest of the address stays. */
export function sectionAddress(parameters: URLSearchParams, name: SectionName): string {
  const next = new URLSearchParams(parameters);
  if (name === "overview") {
    next.delete(PARAMETER);
  } else {
    next.set(PARAMETER, name);
  }
  return `?${next.toString()}`;
}

/** Which section is looked at. */
export function useSection(): SectionName {
  const [parameters] = useSearchParams();
  const named = parameters.get(PARAMETER);
  return SECTIONS.find((section) => section.name === named)?.name ?? "overview";
}
