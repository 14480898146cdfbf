import { Link, type LinkProps } from "react-router";
import { TEAM_PARAMETER, type TeamChoice, useTeam } from "./Team";

/** An address of the console, with the team that is chosen unless it names one itself. */
export function withTeam(address: string, team: TeamChoice): string {
  const [, path = "", search = "", hash = ""] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(address) ?? [];
  const parameters = new URLSearchParams(search);
  if (team === undefined || parameters.has(TEAM_PARAMETER)) {
    return address;
  }
  parameters.set(TEAM_PARAMETER, String(team));
  return `${path}?${parameters}${hash}`;
}

/** A link to another page that shows the same team. */
export function TeamLink({ to, ...rest }: LinkProps & { to: string }) {
  return <Link {...rest} to={withTeam(to, useTeam())} />;
}
