import { Alert, PageSection } from "@patternfly/react-core";
import { onlineManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { ApiError } from "../api/client";
import { time } from "../parts/time";

/** A fetch or two may fail on the way. */
const PATIENCE = 10_000;

const isAway = (error: unknown) => error instanceof ApiError && (error.status === 0 || (error.status >= 502 && error.status <= 504));

/** When the server answered last, in milliseconds, if it has not for a while; else undefined. */
export function silentSince(client: QueryClient, online: boolean): number | undefined {
  const states = client.getQueryCache().getAll().map((query) => query.state);
  const answered = Math.max(0, ...states.map((state) => state.dataUpdatedAt));
  const failed = Math.max(0, ...states.filter((state) => isAway(state.error)).map((state) => state.errorUpdatedAt));
  return answered > 0 && (!online || failed - answered >= PATIENCE) ? answered : undefined;
}

/** Says so while the server does not answer, since pages go on showing what they have. */
export function Unreached() {
  const client = useQueryClient();
  const online = useSyncExternalStore((changed) => onlineManager.subscribe(changed), () => onlineManager.isOnline());
  const since = useSyncExternalStore((changed) => client.getQueryCache().subscribe(changed), () => silentSince(client, online));
  return since === undefined ? null : (
    <PageSection aria-label="Connection" component="section">
      <Alert
        isInline
        isLiveRegion
        component="p"
        variant="danger"
        title={`The server cannot be reached. What you see is of ${time(new Date(since).toISOString())}.`}
      />
    </PageSection>
  );
}
