import { Content, FormGroup } from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Choice } from "../../parts/Choice";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";
import { useTeamOptions } from "../useTeamOptions";

/** The team that new Macs go to. */
export function DefaultTeam({ token, onClose }: { token: Schema<"AbmToken">; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const teams = useTeamOptions();
  const [team, setTeam] = useState(String(token.macos_team.team_id));
  return (
    <Confirm
      title="Edit default team"
      action="Save"
      act={async () => {
        await api.PATCH("/abm_tokens/{id}/teams", {
          params: { path: { id: token.id } },
          body: { macos_team_id: Number(team) },
        });
        say("The default team is changed");
        await changed();
      }}
      onClose={onClose}
    >
      <Content component="p">
        Macs that Apple Business Manager assigns from now on go to this team. Macs that are here already stay where they
        are.
      </Content>
      <FormGroup label="Default team" role="group">
        <Choice label="Default team" value={team} options={teams} onChoose={setTeam} />
      </FormGroup>
    </Confirm>
  );
}
