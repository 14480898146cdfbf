import { FormFieldGroup, FormFieldGroupHeader } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { CommandKey, Fields } from "./draft";
import { hintOf } from "./hint";
import { KeyField } from "./KeyField";

/** The keys of a dictionary, framed. */
export function DictionaryField({
  id,
  name,
  definition,
  fields,
  onChange,
  actions,
}: {
  id: string;
  name: string;
  definition: CommandKey;
  fields: Fields;
  onChange: (fields: Fields) => void;
  actions?: ReactNode;
}) {
  return (
    <FormFieldGroup
      header={
        <FormFieldGroupHeader
          titleText={{ text: name, id: `${id}-title` }}
          titleDescription={hintOf(definition)}
          actions={actions}
        />
      }
    >
      <KeyFields id={id} keys={definition.keys ?? []} fields={fields} onChange={onChange} />
    </FormFieldGroup>
  );
}

/** A field for each key. */
export function KeyFields({
  id,
  keys,
  fields,
  onChange,
}: {
  id: string;
  keys: readonly CommandKey[];
  fields: Fields;
  onChange: (fields: Fields) => void;
}) {
  return keys.map((key) => {
    const name = key.name ?? "";
    return (
      <KeyField
        key={name}
        id={`${id}-${name}`}
        name={name}
        definition={key}
        draft={fields[name]}
        onChange={(draft) => onChange({ ...fields, [name]: draft })}
      />
    );
  });
}
