import type { ComponentType } from "react";
import type { Permission } from "./Permission";

/** A page of the console. */
export interface Area {
  /** Below /console/, as the router spells it. */
  path: string;
  /** Who sees it: people who have this everywhere or in some team. */
  permission: Permission;
  /** Loaded when somebody goes there. */
  load: () => Promise<{ default: ComponentType }>;
  /** In the navigation, where it has a place there. */
  nav?: { label: string; group?: "Controls" | "Settings"; order: number };
}
