import { $api } from "../api/client";

/** The teams that the person may see, as options with "No team" first. */
export function useTeamOptions(): { value: string; label: string }[] {
  const { data } = $api.useQuery("get", "/teams", {}, { refetchInterval: 15_000 });
  return [
    { value: "0", label: "No team" },
    ...(data?.teams ?? []).map((team) => ({ value: String(team.id), label: team.name })),
  ];
}
