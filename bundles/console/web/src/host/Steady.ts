/** For what changes only when somebody edits it: asked for once, not every few seconds. */
export const STEADY = { refetchInterval: false, staleTime: 60_000 } as const;
