import { useQueryClient } from "@tanstack/react-query";

/** After a log-in everything is asked for anew, as who is logged in now. */
export function useEntered(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.resetQueries();
}
