import { Button, FormFieldGroup, FormFieldGroupHeader } from "@patternfly/react-core";
import { useState } from "react";
import { Choice } from "../../parts/Choice";
import { DictionaryField } from "./DictionaryField";
import { type CommandKey, type Draft, type Element, emptyDraft, fieldsOf, isFree } from "./draft";
import { hintOf } from "./hint";
import { KeyField } from "./KeyField";

/** The elements of an array, which one adds and takes away. */
export function ArrayField({
  id,
  name,
  definition,
  elements,
  onChange,
}: {
  id: string;
  name: string;
  definition: CommandKey;
  elements: Element[];
  onChange: (elements: Element[]) => void;
}) {
  const kinds = definition.keys ?? [];
  const [next, setNext] = useState("0");
  const chosen = kinds[Number(next)];
  const add = () => {
    if (chosen !== undefined) {
      const fresh = 1 + Math.max(0, ...elements.map((element) => element.id));
      onChange([...elements, { id: fresh, kind: Number(next), draft: emptyDraft(chosen) }]);
    }
  };
  const replace = (changed: Element) =>
    onChange(elements.map((element) => (element.id === changed.id ? changed : element)));
  return (
    <FormFieldGroup
      header={
        <FormFieldGroupHeader
          titleText={{ text: `${name}${definition.required ? " (required)" : ""}`, id: `${id}-title` }}
          titleDescription={hintOf(definition)}
          actions={
            <>
              {kinds.length > 1 && (
                <Choice
                  label={`What to add to ${name}`}
                  value={next}
                  options={kinds.map((kind, index) => ({ value: String(index), label: kind.name ?? "" }))}
                  onChoose={setNext}
                />
              )}{" "}
              <Button variant="secondary" onClick={add}>
                {`Add to ${name}`}
              </Button>
            </>
          }
        />
      }
    >
      {elements.map((element, index) => (
        <ElementField
          key={element.id}
          id={`${id}-${element.id}`}
          name={`${kinds[element.kind]?.name || name} ${index + 1}`}
          kind={kinds[element.kind]}
          element={element}
          onChange={(draft) => replace({ ...element, draft })}
          onRemove={() => onChange(elements.filter((other) => other.id !== element.id))}
        />
      ))}
    </FormFieldGroup>
  );
}

function ElementField({
  id,
  name,
  kind,
  element,
  onChange,
  onRemove,
}: {
  id: string;
  name: string;
  kind: CommandKey | undefined;
  element: Element;
  onChange: (draft: Draft) => void;
  onRemove: () => void;
}) {
  if (kind === undefined) {
    return null;
  }
  const remove = (
    <Button variant="link" onClick={onRemove}>
      {`Remove ${name}`}
    </Button>
  );
  return kind.type === "dictionary" && !isFree(kind) ? (
    <DictionaryField
      id={id}
      name={name}
      definition={kind}
      fields={fieldsOf(element.draft)}
      onChange={onChange}
      actions={remove}
    />
  ) : (
    <>
      <KeyField id={id} name={name} definition={kind} draft={element.draft} onChange={onChange} />
      {remove}
    </>
  );
}
