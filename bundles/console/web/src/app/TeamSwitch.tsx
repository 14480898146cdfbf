import { useLocation, useSearchParams } from "react-router";
import { Choice } from "../parts/Choice";
import { areas } from "./areas";
import { useSession } from "./Session";
import { TEAM_PARAMETER, useOneTeam } from "./Team";

const ALL = "";
const NONE = "0";

/** Which team's Macs and settings the pages show. */
export function TeamSwitch() {
  const { me } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const { pathname } = useLocation();
  const area = areas.find((some) => some.nav?.group === "Controls" && pathname.startsWith(`/${some.path}`));
  const shown = useOneTeam(area?.permission ?? "VIEW_HOSTS");
  const everywhere = typeof me.user?.global_role === "string";
  const teams = (me.available_teams ?? []).map((team) => ({
    value: String(team.id),
    label: team.name ?? "",
  }));
  // A page of Controls shows one team; who has no role everywhere sees there which one.
  const isOfOne = area !== undefined && !everywhere && shown !== 0;
  const options = [
    ...(isOfOne ? [] : [{ value: ALL, label: "All teams" }]),
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
      value={parameters.get(TEAM_PARAMETER) ?? (isOfOne ? String(shown) : ALL)}
      options={options}
      onChoose={choose}
    />
  );
}
