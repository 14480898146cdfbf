import { Content, List, ListItem } from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { many } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";
import { Retyped } from "../../parts/Retyped";
import { useChanged } from "../useChanged";

/** Before a team ends: what its Macs and people lose. */
export function DeleteTeam({ team, onClose }: { team: Schema<"Team">; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const [typed, setTyped] = useState("");
  return (
    <Confirm
      title="Delete this team?"
      action="Delete team"
      danger
      ready={team.host_count === 0 || typed.trim() === team.name.trim()}
      act={async () => {
        await api.DELETE("/teams/{id}", { params: { path: { id: team.id } } });
        say("The team is deleted", team.name);
        await changed();
      }}
      onClose={onClose}
    >
      <Content component="p" className="console-long">
        {team.name}
      </Content>
      <List>
        <ListItem>
          {team.host_count === 0
            ? "No Mac is in it."
            : `${many(team.host_count, "Mac loses", "Macs lose")} the team: they belong to no team then. What this team alone has given them, such as its profiles, is taken off, and they get what Macs of no team have.`}
        </ListItem>
        <ListItem>Its profiles, declarations, set-up and webhooks are deleted.</ListItem>
        <ListItem>
          {team.user_count === 0 ? "No person has a role in it." : `${many(team.user_count, "person loses", "people lose")} the role in it.`}
        </ListItem>
        <ListItem>Recovery keys stay, and no Mac is un-enrolled.</ListItem>
      </List>
      {team.host_count > 0 && (
        <Retyped id="delete-team" what="the name of the team" value={typed} onChange={setTyped} />
      )}
    </Confirm>
  );
}
