import type { Schema } from "../api/client";

export type Mac = Schema<"Migration">;
export type Marks = Partial<Schema<"MigrationMarks">>;

/** The steps of a migration in their order, with what is counted where each is left to do. */
export const STEPS = [
  { name: "left_old_mdm", label: "Left old MDM" },
  { name: "assigned", label: "Assigned in ABM" },
  { name: "user_told", label: "User told" },
  { name: "user_admin", label: "User is admin" },
  { name: "activation_lock_off", label: "Activation Lock off" },
  { name: "enrolled", label: "Enrolled" },
  { name: "key_escrowed", label: "Key escrowed" },
] as const;

export type StepName = (typeof STEPS)[number]["name"];
export type StepState = "done" | "open" | "blocked" | "not_needed";

export const STATES: Record<StepState, string> = {
  done: "Done",
  open: "Open",
  blocked: "Blocked",
  not_needed: "Not needed",
};

export const isStep = (text: string): text is StepName => STEPS.some((step) => step.name === text);

export const isState = (text: string): text is StepState => Object.hasOwn(STATES, text);

/** How far a Mac is at a step; a step that the server does not tell of is open. */
export function state(mac: Mac, step: StepName): StepState {
  return mac.steps[step] ?? "open";
}
