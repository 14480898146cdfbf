import { Navigate, useLocation } from "react-router";
import { Lost } from "../../app/Lost";
import { useSession } from "../../app/Session";
import { seen } from "./tree";

/** The first page of an integration that the person may see. */
export default function IntegrationsPage() {
  const { mayAnywhere } = useSession();
  const { search } = useLocation();
  const first = seen(mayAnywhere)[0]?.places[0];
  return first === undefined ? <Lost /> : <Navigate replace to={{ pathname: `/${first.path}`, search }} />;
}
