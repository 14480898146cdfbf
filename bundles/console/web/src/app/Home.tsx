import { Navigate } from "react-router";
import { areas } from "./areas";
import { Lost } from "./Lost";
import { useSession } from "./Session";
import { useTeam } from "./Team";
import { withTeam } from "./TeamLink";

/** The first page that the person may see. */
export function Home() {
  const { mayAnywhere } = useSession();
  const team = useTeam();
  const first = areas
    .filter((area) => area.nav !== undefined && mayAnywhere(area.permission))
    .sort((a, b) => a.nav!.order - b.nav!.order)[0];
  return first === undefined ? <Lost /> : <Navigate to={withTeam(`/${first.path}`, team)} replace />;
}
