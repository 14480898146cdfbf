import { Checkbox, List, ListItem } from "@patternfly/react-core";
import { useState } from "react";
import { ApiError, request, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { macs } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";
import { TokenFile, tokenBody } from "./TokenForm";

/** The same server's token, downloaded anew. */
export function RenewToken({ token, onClose }: { token: Schema<"AbmToken">; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const [file, setFile] = useState<File>();
  const [isOther, setIsOther] = useState(false);
  const [force, setForce] = useState(false);

  const renew = async () => {
    try {
      await request(`abm_tokens/${token.id}/renew${force ? "?force=true" : ""}`, {
        method: "PATCH",
        body: tokenBody(file),
      });
    } catch (failure) {
      setIsOther(failure instanceof ApiError && failure.code === "abm.other_server");
      throw failure;
    }
    say("The token is renewed");
    await changed();
  };
  return (
    <Confirm title="Renew token" action={force ? "Use the other server" : "Renew"} danger={force} ready={file !== undefined} act={renew} onClose={onClose}>
      <List component="ol" aria-label="Steps">
        <ListItem>
          At{" "}
          <a href="https://business.apple.com" target="_blank" rel="noreferrer">
            business.apple.com
          </a>{" "}
          choose your name, Preferences, and the MDM server <strong className="console-long">{token.server_name}</strong>.
        </ListItem>
        <ListItem>Download its token anew. The key need not be uploaded again.</ListItem>
        <ListItem>Upload it here. Macs and default team stay.</ListItem>
      </List>
      <TokenFile file={file} onChoose={setFile} />
      {isOther && (
        <Checkbox
          id="other-server"
          label="Go on with the other server"
          description={`All Macs are fetched anew. Of ${macs(token.device_count)} that there are, those that the other server does not have are no longer pending.`}
          isChecked={force}
          onChange={(_event, checked) => setForce(checked)}
        />
      )}
    </Confirm>
  );
}
