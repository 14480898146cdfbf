import { Checkbox, FormGroup, FormHelperText, HelperText, HelperTextItem, TextArea } from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { useTeam } from "../../app/Team";
import { Choice } from "../../parts/Choice";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";
import { useTeamOptions } from "../useTeamOptions";
import { topicsOf } from "./states";

/** A new webhook, or what is different with one. */
export function WebhookForm({
  webhook,
  onSecret,
  onClose,
}: {
  webhook?: Schema<"Webhook">;
  onSecret: (secret: string) => void;
  onClose: () => void;
}) {
  const { say } = useNotices();
  const { may } = useSession();
  const changed = useChanged();
  const shownTeam = useTeam();
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [topics, setTopics] = useState((webhook?.topics ?? []).join("\n"));
  const [raw, setRaw] = useState(webhook?.include_raw_payload ?? false);
  const [chosenTeam, setTeam] = useState<string>();
  const teams = useTeamOptions()
    .map((team) => (team.value === "0" ? { value: "0", label: "Whole organization" } : team))
    .filter((team) => may("EDIT_WEBHOOKS", team.value === "0" ? null : Number(team.value)));
  const offered = teams.find((team) => team.value === String(shownTeam ?? 0)) ?? teams[0];
  const team = chosenTeam ?? offered?.value ?? "0";

  const save = async () => {
    const body = { name: name.trim(), url: url.trim(), topics: topicsOf(topics), include_raw_payload: raw };
    if (webhook === undefined) {
      const { data } = await api.POST("/webhooks", { body: { ...body, team_id: Number(team) } });
      say("The webhook is added", body.name);
      if (data !== undefined) {
        onSecret(data.webhook.secret);
      }
    } else {
      await api.PATCH("/webhooks/{id}", { params: { path: { id: webhook.id } }, body });
      say("The webhook is changed", body.name);
    }
    await changed();
  };
  return (
    <Confirm
      title={webhook === undefined ? "Add webhook" : "Change webhook"}
      action={webhook === undefined ? "Add" : "Save"}
      ready={name.trim() !== "" && url.trim() !== ""}
      act={save}
      onClose={onClose}
    >
      <Field id="webhook-name" label="Name" value={name} onChange={setName} maxLength={255} autoComplete="off" isRequired />
      <Field
        id="webhook-url"
        label="Address"
        type="url"
        value={url}
        onChange={setUrl}
        autoComplete="off"
        help="https, at a public address unless the configuration of the server allows others."
        isRequired
      />
      {webhook === undefined && (
        <FormGroup label="Of" role="group">
          <Choice label="Of" value={team} options={teams} onChoose={setTeam} />
        </FormGroup>
      )}
      <FormGroup label="Topics" fieldId="webhook-topics">
        <TextArea id="webhook-topics" value={topics} onChange={(_event, text) => setTopics(text)} rows={4} resizeOrientation="vertical" aria-describedby="webhook-topics-help" />
        <FormHelperText>
          <HelperText>
            <HelperTextItem id="webhook-topics-help">
              One a line; none means all. Types of activities, such as mdm_enrolled or credential_expires, and
              mdm.Authenticate, mdm.TokenUpdate, mdm.CheckOut, mdm.Connect.
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      <Checkbox
        id="webhook-raw"
        label="With the messages of Macs"
        description="They may be private: what is installed on a Mac, and who uses it."
        isChecked={raw}
        onChange={(_event, checked) => setRaw(checked)}
      />
    </Confirm>
  );
}
