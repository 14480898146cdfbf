import { Choice } from "../parts/Choice";
import { useSearchParams } from "react-router";
import { useSession } from "./Session";
import { TEAM_PARAMETER } from "./Team";

const ALL = "";
const NONE = "0";

/** Which team's Macs and settings the pages show. */
export function TeamSwitch() {
  const { me } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const everywhere = typeof me.user?.global_role === "string";
  const teams = (me.available_teams ?? []).map((team) => ({
    value: String(team.id),
    label: team.name ?? "",
  }));
  const options = [
    { value: ALL, label: "All teams" },
    ...(everywhere ? [{ value: NONE, label: "No team" }] : []),
    ...teams,
  ];

  const choose = (value: string) => {
    const next = new URLSearchParams(parameters);
    next.delete("page");
    if (value === ALL) {
      next.delete(TEAM_PARAMETER);
    } else {
      next.set(TEAM_PARAMETER, value);
    }
    setParameters(next);
  };
  return (
    <Choice
      label="Team"
      value={parameters.get(TEAM_PARAMETER) ?? ALL}
      options={options}
      onChoose={choose}
    />
  );
}
