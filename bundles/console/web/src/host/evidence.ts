import { $api, type Schema } from "../api/client";
import { useSession } from "../app/Session";
import type { Host } from "./Host";

/** What is known of a Mac beside the host itself; as far as the person may see it. */
export interface Evidence {
  timeline?: Schema<"HostTimeline">;
  declarations?: Schema<"HostDeclarations">;
  keys?: Schema<"RecoveryKeyHistory">;
  locks?: Schema<"HostLockState">;
  updates?: Schema<"OsUpdates">;
}

const SELDOM = 10_000;

/** Which keys of a Mac are kept, and whether the person may see them in the clear. */
export function useKeys(host: Host) {
  const { may } = useSession();
  return $api.useQuery(
    "get",
    "/hosts/{id}/encryption_keys",
    { params: { path: { id: host.id ?? 0 } } },
    { enabled: may("VIEW_RECOVERY_KEYS", host.team_id), refetchInterval: SELDOM },
  );
}

/** Whether the Mac is locked, and which codes are kept against a lock. */
export function useLocks(host: Host) {
  return $api.useQuery("get", "/hosts/{id}/lock", { params: { path: { id: host.id ?? 0 } } }, { refetchInterval: SELDOM });
}

/** What is known, once all that the person may see has come or has failed to. */
export function useEvidence(host: Host): { evidence: Evidence; complete: boolean; failed: boolean } {
  const { may } = useSession();
  const path = { id: host.id ?? 0 };
  const timeline = $api.useQuery(
    "get",
    "/hosts/{id}/timeline",
    { params: { path, query: { per_page: 1 } } },
    { enabled: may("VIEW_COMMANDS", host.team_id) },
  );
  const declarations = $api.useQuery(
    "get",
    "/hosts/{id}/declarations",
    { params: { path } },
    { enabled: may("VIEW_DECLARATIONS", host.team_id) },
  );
  const keys = useKeys(host);
  const locks = useLocks(host);
  const updates = $api.useQuery("get", "/hosts/{id}/os_updates", { params: { path } }, { refetchInterval: SELDOM });
  const all = [timeline, declarations, keys, locks, updates];
  return {
    evidence: { timeline: timeline.data, declarations: declarations.data, keys: keys.data, locks: locks.data, updates: updates.data },
    // One that is not asked, since the person may not see it, is pending too, and stays so.
    complete: all.every((query) => query.isFetched || !query.isLoading),
    failed: all.some((query) => query.isFetched && query.data === undefined),
  };
}
