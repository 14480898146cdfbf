import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextArea, TextInput } from "@patternfly/react-core";
import { Choice } from "../../parts/Choice";
import { ArrayField } from "./ArrayField";
import { DictionaryField } from "./DictionaryField";
import { type CommandKey, type Draft, elementsOf, fieldsOf, isFree, onlyChoice, textOf } from "./draft";
import { hintOf } from "./hint";

/** What is given for one key of a command. */
export function KeyField({
  id,
  name,
  definition,
  draft,
  onChange,
}: {
  /** Of the field in the page. */
  id: string;
  name: string;
  definition: CommandKey;
  draft: Draft | undefined;
  onChange: (draft: Draft) => void;
}) {
  if (onlyChoice(definition) !== undefined) {
    return null;
  }
  if (definition.type === "array") {
    return <ArrayField id={id} name={name} definition={definition} elements={elementsOf(draft)} onChange={onChange} />;
  }
  if (definition.type === "dictionary" && !isFree(definition)) {
    return (
      <DictionaryField id={id} name={name} definition={definition} fields={fieldsOf(draft)} onChange={onChange} />
    );
  }
  const isGroup = definition.type === "boolean" || (definition.choices ?? []).length > 0;
  const hint = hintOf(definition);
  return (
    <FormGroup
      label={name}
      isRequired={definition.required}
      {...(isGroup ? { role: "group", fieldId: `${id}-group` } : { fieldId: id })}
    >
      <Value id={id} name={name} definition={definition} text={textOf(draft)} onChange={onChange} />
      {hint !== "" && (
        <FormHelperText>
          <HelperText>
            <HelperTextItem>{hint}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

const INPUTS: Partial<Record<string, "datetime-local">> = { date: "datetime-local" };

function Value({
  id,
  name,
  definition,
  text,
  onChange,
}: {
  id: string;
  name: string;
  definition: CommandKey;
  text: string;
  onChange: (text: string) => void;
}) {
  const choices = definition.choices ?? [];
  if (definition.type === "boolean" || choices.length > 0) {
    const options =
      definition.type === "boolean"
        ? [
            { value: "true", label: "Yes" },
            { value: "false", label: "No" },
          ]
        : choices.map((choice) => ({ value: choice.value ?? "", label: choice.value ?? "" }));
    const none = { value: "", label: definition.required ? "Choose" : "Leave out" };
    return <Choice label={name} value={text} options={[none, ...options]} onChoose={onChange} />;
  }
  if (definition.type === "data" || definition.type === "dictionary") {
    return (
      <TextArea
        id={id}
        value={text}
        resizeOrientation="vertical"
        spellCheck={false}
        isRequired={definition.required}
        onChange={(_event, value) => onChange(value)}
      />
    );
  }
  return (
    <TextInput
      id={id}
      type={INPUTS[definition.type ?? ""] ?? "text"}
      inputMode={definition.type === "integer" ? "numeric" : undefined}
      value={text}
      autoComplete="off"
      isRequired={definition.required}
      onChange={(_event, value) => onChange(value)}
    />
  );
}
