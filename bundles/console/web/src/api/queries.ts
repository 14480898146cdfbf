import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./client";

/** How often what is looked at is asked for again: a Mac's answer shows within five seconds. */
export const LIVE = 3000;

/** For what changes only when somebody edits it: asked for once, not every few seconds. */
export const STEADY = { refetchInterval: false, staleTime: 60_000 } as const;

/** Answers stay good for a moment only, are asked for again while the page is looked at, and are kept on screen meanwhile. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      refetchInterval: LIVE,
      refetchIntervalInBackground: false,
      staleTime: 1000,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status > 0),
    },
  },
});
