import { $api } from "../api/client";
import { Loaded } from "../parts/Loaded";
import { FirstRun } from "./FirstRun";
import { LogIn } from "./LogIn";

/** For who is not logged in: the first set-up while there is nobody, else the log-in. */
export function Entrance() {
  const query = $api.useQuery("get", "/setup", {}, { refetchInterval: false });
  return <Loaded query={query}>{(data) => (data.needed ? <FirstRun /> : <LogIn />)}</Loaded>;
}
