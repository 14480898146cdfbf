import type { Schema } from "../../api/client";

export type Role = NonNullable<Schema<"User">["global_role"]>;

export const ROLES: { value: Role; label: string; text: string }[] = [
  { value: "admin", label: "Admin", text: "may do everything" },
  { value: "maintainer", label: "Maintainer", text: "manages Macs and their settings" },
  { value: "observer_plus", label: "Observer+", text: "sees everything of Macs, and asks them more" },
  { value: "observer", label: "Observer", text: "sees everything of Macs" },
  { value: "gitops", label: "GitOps", text: "for settings as code: changes settings, sees no Macs" },
];

const LABELS = new Map<string, string>(ROLES.map((role) => [role.value, role.label]));

export const roleLabel = (role: string) => LABELS.get(role) ?? role;

/** Roles everywhere, or per team. */
export interface RoleChoice {
  everywhere: boolean;
  role: Role;
  /** By the number of the team, as text. */
  teams: { team: string; role: Role }[];
}

export function choiceOf(user: Schema<"User"> | undefined): RoleChoice {
  const teams = (user?.teams ?? []).map((team) => ({ team: String(team.id), role: team.role }));
  return { everywhere: teams.length === 0, role: user?.global_role ?? "observer", teams };
}

export const isChosen = (choice: RoleChoice) =>
  choice.everywhere || (choice.teams.length > 0 && choice.teams.every((some) => some.team !== ""));

/** As the API takes it: this or that, never both. */
export function rolesBody(choice: RoleChoice): { global_role?: Role; teams?: { id: number; role: Role }[] } {
  return choice.everywhere
    ? { global_role: choice.role }
    : { teams: choice.teams.map(({ team, role }) => ({ id: Number(team), role })) };
}

/** Everything that a person is, in words. */
export function rolesOf(user: Schema<"User">): string {
  return user.global_role !== null
    ? `${roleLabel(user.global_role)} everywhere`
    : user.teams.map((team) => `${roleLabel(team.role)} in ${team.name}`).join(", ");
}
