import { useQueryClient } from "@tanstack/react-query";

/** After a change everything that is on screen is asked for anew, without waiting for its turn. */
export function useChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}
