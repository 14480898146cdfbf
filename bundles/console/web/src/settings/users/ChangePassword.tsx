import { useQueryClient } from "@tanstack/react-query";
import { Content } from "@patternfly/react-core";
import { useState } from "react";
import { api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";

/** One's own password; its sessions end, this one as well. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { say } = useNotices();
  const client = useQueryClient();
  const [old, setOld] = useState("");
  const [wanted, setWanted] = useState("");
  const [again, setAgain] = useState("");
  const differs = again !== "" && again !== wanted;
  return (
    <Confirm
      title="Change password"
      action="Change password"
      ready={old !== "" && wanted !== "" && wanted === again}
      act={async () => {
        await api.POST("/change_password", { body: { old_password: old, new_password: wanted } });
        say("Your password is changed", "Log in with the new one.");
        client.clear();
      }}
      onClose={onClose}
    >
      <Content component="p">You are logged out everywhere, here as well.</Content>
      <Field id="old-password" label="Present password" type="password" autoComplete="current-password" value={old} onChange={setOld} isRequired />
      <Field id="new-password" label="New password" type="password" autoComplete="new-password" value={wanted} onChange={setWanted} help="12 characters or more." isRequired />
      <Field
        id="new-password-again"
        label="New password again"
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        help={differs ? "This is not the same." : undefined}
        isRequired
      />
    </Confirm>
  );
}
