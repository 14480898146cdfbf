import { isAbsent } from "../api/client";
import { LIVE } from "../api/queries";

interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
}

/** What may not be there: null then. The API answers such a question with 404. */
export function found<Data>(query: Asked<Data>): Asked<Data | null> {
  return isAbsent(query.error) ? { data: null, error: null } : { data: query.data, error: query.error };
}

/** What is not there is asked for seldom, since browsers note each such answer as an error. */
export const seldomWhileNone = {
  refetchInterval: (query: { state: { error: unknown } }) => (isAbsent(query.state.error) ? 30_000 : LIVE),
};
