import { Alert, Content, FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { $api, api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { HelpLink } from "../../parts/HelpLink";
import { useNotices } from "../../parts/Notices";
import { type Host, nameOf } from "../Host";

/** Erases a Mac, once its serial number was typed. */
export function WipeMac({ host, onClose }: { host: Host; onClose: () => void }) {
  const { say } = useNotices();
  const [typed, setTyped] = useState("");
  const { data } = $api.useQuery("get", "/hosts/{id}/lock", { params: { path: { id: host.id ?? 0 } } });
  const serial = host.hardware_serial ?? "";
  const wipe = async () => {
    await api.POST("/hosts/{id}/wipe", {
      params: { path: { id: host.id ?? 0 } },
      body: { confirm: typed.trim() },
    });
    say(`${nameOf(host)} is erased as soon as it is reached.`);
  };
  return (
    <Confirm
      title={`Wipe ${nameOf(host)}?`}
      action="Wipe"
      danger
      ready={typed.trim().toUpperCase() === serial.toUpperCase() && serial !== ""}
      act={wipe}
      onClose={onClose}
    >
      <Content component="p">
        Everything on this one Mac is erased as soon as it is reached. This cannot be undone, and nothing that is only
        there can be had back. <HelpLink page="reset-mac">Prepare a Mac for a new person</HelpLink>
      </Content>
      {data?.activation_lock_enabled && (
        <Alert
          variant="warning"
          isInline
          component="p"
          title="Activation Lock is on: the erased Mac asks for an Apple Account."
        >
          {data.bypass_code_kept
            ? "A bypass code is kept; see it under Actions."
            : "No bypass code is kept. Have the person turn Find My off first."}
        </Alert>
      )}
      <FormGroup label="Serial number" isRequired fieldId="serial">
        <TextInput
          id="serial"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(_event, text) => setTyped(text)}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>Type {serial} to confirm.</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </Confirm>
  );
}
