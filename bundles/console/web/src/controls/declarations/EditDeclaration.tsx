import { Alert, FormGroup, TextArea } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";

function parsed(text: string): Record<string, never> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, never>) : undefined;
  } catch {
    return undefined;
  }
}

/** A declaration's type and payload, as Apple describes them. */
export function EditDeclaration({ team, declaration, onClose }: { team: number; declaration?: Schema<"Declaration">; onClose: () => void }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const [identifier, setIdentifier] = useState(declaration?.identifier ?? "");
  const [type, setType] = useState(declaration?.type ?? "com.apple.configuration.");
  const [text, setText] = useState(() => JSON.stringify(declaration?.payload ?? {}, null, 2));
  const payload = parsed(text);
  const save = async () => {
    const body = { team_id: team, identifier, type, payload: payload as never };
    const { data } =
      declaration === undefined
        ? await api.POST("/declarations", { body })
        : await api.PUT("/declarations/{id}", { params: { path: { id: declaration.id } }, body });
    await client.invalidateQueries();
    say(`${identifier} is saved.`, data?.declaration.warnings.join(" "));
  };
  return (
    <Confirm title={declaration === undefined ? "Add a declaration" : `Change ${declaration.identifier}`} action="Save" ready={identifier !== "" && payload !== undefined} act={save} onClose={onClose}>
      <Field id="identifier" label="Identifier" value={identifier} onChange={setIdentifier} isRequired />
      <Field id="type" label="Type" value={type} onChange={setType} help="Apple's name, such as com.apple.configuration.passcode.settings" isRequired />
      <FormGroup label="Payload" fieldId="payload" isRequired>
        <TextArea id="payload" value={text} onChange={(_event, typed) => setText(typed)} rows={12} className="console-code" resizeOrientation="vertical" spellCheck={false} />
      </FormGroup>
      {payload === undefined && <Alert variant="warning" isInline isPlain title="The payload is not yet a JSON object." />}
    </Confirm>
  );
}
