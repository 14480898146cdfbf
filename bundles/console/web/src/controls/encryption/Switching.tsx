import { Content } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { macs } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";

/** Turns disk encryption on or off for the Macs of a team. */
export function Switching({ team, on, count, onClose }: { team: number; on: boolean; count: number | undefined; onClose: () => void }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const where = team === 0 ? "in no team" : "in this team";
  const those = count === undefined ? "All Macs" : macs(count);
  const change = async () => {
    await api.POST("/disk_encryption", { body: { team_id: team, enable_disk_encryption: on } });
    await client.invalidateQueries();
    say(on ? "Disk encryption is on." : "Disk encryption is off.");
  };
  return (
    <Confirm title={on ? "Turn on disk encryption" : "Turn off disk encryption"} action={on ? "Turn on" : "Turn off"} danger={!on} act={change} onClose={onClose}>
      <Content component="p">
        {on
          ? `${those} ${where}, and those that come later, are encrypted when their user next logs out, and their recovery keys are kept here. Macs that are encrypted already need a new recovery key first.`
          : `${those} ${where} may have their disks decrypted by their users from then on. Nothing is decrypted by this, and every recovery key stays here.`}
      </Content>
    </Confirm>
  );
}
