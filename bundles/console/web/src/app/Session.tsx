import { Alert } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { $api, ApiError, onSignedOut, type Schema } from "../api/client";
import { reason } from "../parts/Notices";
import type { Permission } from "./Permission";
import { ALL_TEAMS, type TeamChoice } from "./Team";

interface SessionValue {
  me: Schema<"MeAnswer">;
  /** Whether the person may do this for some team or everywhere: for pages and navigation. */
  mayAnywhere: (permission: Permission) => boolean;
  /** Whether the person may do this to what is of this team; null and 0 are no team. */
  may: (permission: Permission, team: number | null | undefined) => boolean;
}

const SessionContext = createContext<SessionValue | null>(null);

/** Who is logged in. Only within pages that ask for it. */
export function useSession(): SessionValue {
  const session = useContext(SessionContext);
  if (session === null) {
    throw new Error("Nobody is logged in here");
  }
  return session;
}

/** Whether the person may do this to what the team switch shows; all teams means everywhere. */
export function allowedIn(session: SessionValue, permission: Permission, team: TeamChoice): boolean {
  return team === ALL_TEAMS
    ? (session.me.permissions?.everywhere ?? []).includes(permission)
    : session.may(permission, team);
}

/** Asks who is logged in, and shows `otherwise` to who is not. */
export function Session({ children, otherwise }: { children: ReactNode; otherwise: ReactNode }) {
  const client = useQueryClient();
  const { data, error } = $api.useQuery("get", "/me", {}, { refetchInterval: 60_000 });

  useEffect(
    () =>
      onSignedOut(() => {
        if (client.getQueryData(["get", "/me", {}]) !== undefined) {
          client.clear();
        }
      }),
    [client],
  );

  if (error instanceof ApiError && (error as ApiError).status === 401) {
    return otherwise;
  }
  if (data === undefined) {
    return error === null ? null : <Alert variant="danger" isInline title={reason(error)} />;
  }
  const everywhere = new Set<string>(data.permissions?.everywhere ?? []);
  const teams = data.permissions?.teams ?? {};
  const value: SessionValue = {
    me: data,
    mayAnywhere: (permission) =>
      everywhere.has(permission) || Object.values(teams).some((some) => some.includes(permission)),
    may: (permission, team) =>
      everywhere.has(permission) ||
      (team !== null && team !== undefined && (teams[String(team)] ?? []).includes(permission)),
  };
  return <SessionContext value={value}>{children}</SessionContext>;
}
