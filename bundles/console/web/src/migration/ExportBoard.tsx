import { Button } from "@patternfly/react-core";
import { request } from "../api/client";
import { useTeam } from "../app/Team";
import { download } from "../parts/download";
import { useNotices } from "../parts/Notices";
import { type Filter, wanted } from "./filters";

/** All Macs of the board that are asked for, as a file. */
export function ExportBoard({ filter }: { filter: Filter }) {
  const team = useTeam();
  const { complain } = useNotices();
  const save = async () => {
    const parameters = new URLSearchParams();
    Object.entries(wanted(filter, team)).forEach(([name, value]) => {
      if (value !== undefined) {
        parameters.set(name, String(value));
      }
    });
    try {
      download("migration.csv", await (await request(`migration/export?${parameters}`)).blob());
    } catch (error) {
      complain("The board could not be exported", error);
    }
  };
  return (
    <Button variant="secondary" onClick={() => void save()}>
      Export CSV
    </Button>
  );
}
