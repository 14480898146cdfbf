import { Content } from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { macs } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";
import { Retyped } from "../../parts/Retyped";
import { useChanged } from "../useChanged";

/** Before a token is forgotten. */
export function DeleteToken({ token, onClose }: { token: Schema<"AbmToken">; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const [typed, setTyped] = useState("");
  const count = token.device_count;
  return (
    <Confirm
      title="Delete this token?"
      action="Delete token"
      danger
      ready={count === 0 || typed === token.server_name}
      act={async () => {
        await api.DELETE("/abm_tokens/{id}", { params: { path: { id: token.id }, query: { force: count > 0 } } });
        say("The token is deleted", `${token.server_name} is not looked at any more.`);
        await changed();
      }}
      onClose={onClose}
    >
      <Content component="p" className="console-long">
        {count === 0
          ? `Apple Business Manager assigns no Mac to ${token.server_name}. The token is forgotten.`
          : `Apple Business Manager assigns ${macs(count)} to ${token.server_name}. They are no longer pending, hosts that have never enrolled disappear with their teams, and enrolled Macs stay.`}
      </Content>
      <Content component="p">To go on with another token of the same server, renew it instead.</Content>
      {count > 0 && (
        <Retyped id="delete-token" what="the name of the server" text={token.server_name} value={typed} onChange={setTyped} />
      )}
    </Confirm>
  );
}
