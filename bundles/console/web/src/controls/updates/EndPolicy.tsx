import { Content } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { macs } from "../../parts/macs";

/** Requires nothing of the Macs of a team any more. */
export function EndPolicy({ team, asked, onClose }: { team: number; asked: number; onClose: () => void }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const end = async () => {
    await api.PATCH("/macos_updates", { body: { team_id: team, minimum_version: "", deadline: "" } });
    await client.invalidateQueries();
    say("No macOS is required any more.");
  };
  return (
    <Confirm title="Require no macOS" action="Require none" danger act={end} onClose={onClose}>
      <Content component="p">{`${macs(asked)} that still should update will not be asked any more. Macs that have updated stay as they are.`}</Content>
    </Confirm>
  );
}
