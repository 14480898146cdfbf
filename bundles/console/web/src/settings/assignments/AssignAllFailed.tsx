import { Content } from "@patternfly/react-core";
import { api } from "../../api/client";
import type { TeamChoice } from "../../app/Team";
import { Confirm } from "../../parts/Confirm";
import { macs, many } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

/** Before all that went wrong is tried at once. */
export function AssignAllFailed({ count, team, onClose }: { count: number; team: TeamChoice; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  return (
    <Confirm
      title="Assign again now?"
      action="Assign again"
      act={async () => {
        const { data } = await api.POST("/mdm/apple/dep/assignments/assign", { body: { all_failed: true, team_id: team } });
        say("Apple assigns profiles once more", macs(data?.count ?? 0));
        await changed();
      }}
      onClose={onClose}
    >
      <Content component="p">
        {many(count, "Mac is", "Macs are")} tried once more without waiting. Apple may ask Macs that cool
        down to wait for another day.
      </Content>
    </Confirm>
  );
}
