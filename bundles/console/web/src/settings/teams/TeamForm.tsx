import { FormGroup, TextArea } from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

/** A new team, or other words for one. */
export function TeamForm({ team, onClose }: { team?: Schema<"Team">; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const [name, setName] = useState(team?.name ?? "");
  const [description, setDescription] = useState(team?.description ?? "");
  const save = async () => {
    const body = { name: name.trim(), description };
    if (team === undefined) {
      await api.POST("/teams", { body });
      say("The team is added", body.name);
    } else {
      await api.PATCH("/teams/{id}", { params: { path: { id: team.id } }, body });
      say("The team is changed", body.name);
    }
    await changed();
  };
  return (
    <Confirm
      title={team === undefined ? "Add team" : "Change team"}
      action={team === undefined ? "Add" : "Save"}
      ready={name.trim() !== ""}
      act={save}
      onClose={onClose}
    >
      <Field id="team-name" label="Name" value={name} onChange={setName} maxLength={255} autoComplete="off" isRequired />
      <FormGroup label="Description" fieldId="team-description">
        <TextArea
          id="team-description"
          value={description}
          maxLength={1000}
          onChange={(_event, text) => setDescription(text)}
          resizeOrientation="vertical"
        />
      </FormGroup>
    </Confirm>
  );
}
