import { $api } from "../api/client";
import { useSession } from "../app/Session";
import type { Option } from "../parts/Choice";

/** The teams that the person may add Macs to. */
export function useAddTeams(): Option<string>[] {
  const { may } = useSession();
  const { data } = $api.useQuery("get", "/teams", {}, { refetchInterval: 15_000 });
  const teams = (data?.teams ?? [])
    .filter((team) => may("EDIT_HOSTS", team.id))
    .map((team) => ({ value: String(team.id), label: team.name ?? "" }));
  return may("EDIT_HOSTS", null) ? [{ value: "0", label: "No team" }, ...teams] : teams;
}
