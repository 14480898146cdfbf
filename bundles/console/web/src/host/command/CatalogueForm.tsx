import { Alert, FormGroup, HelperText, HelperTextItem, Spinner } from "@patternfly/react-core";
import { $api, type Schema } from "../../api/client";
import { STEADY } from "../../api/queries";
import { Choice } from "../../parts/Choice";
import { KeyFields } from "./DictionaryField";
import type { Fields } from "./draft";
import { availabilityOf } from "./hint";

/** A command of the catalogue and a field for each of its keys. */
export function CatalogueForm({
  name,
  onName,
  definition,
  fields,
  onFields,
  problems,
}: {
  name: string;
  onName: (name: string) => void;
  definition: Schema<"CommandDefinition"> | undefined;
  fields: Fields;
  onFields: (fields: Fields) => void;
  problems: string[];
}) {
  const catalogue = $api.useQuery("get", "/commands/catalogue", {}, STEADY);
  const names = (catalogue.data?.commands ?? [])
    .filter((command) => command.availability?.device_channel)
    .map((command) => ({
      value: command.request_type ?? "",
      label: `${command.request_type} (${command.family})`,
    }));
  const notes = [
    ...availabilityOf(definition?.availability),
    ...(definition?.some_of ?? []).map((some) => `at least one of ${some.join(", ")}`),
  ].join(", ");
  return (
    <>
      <FormGroup label="Command" isRequired role="group" fieldId="command-group">
        <Choice
          label="Command"
          value={name}
          options={[{ value: "", label: "Choose a command" }, ...names]}
          onChoose={onName}
        />
      </FormGroup>
      {name !== "" && definition === undefined && <Spinner aria-label="Loading" />}
      {definition !== undefined && (
        <>
          {definition.destructive && (
            <Alert
              variant="danger"
              isInline
              component="p"
              title="This command costs data or locks somebody out."
            />
          )}
          {notes !== "" && (
            <HelperText>
              <HelperTextItem>{notes}</HelperTextItem>
            </HelperText>
          )}
          <KeyFields id="key" keys={definition.keys ?? []} fields={fields} onChange={onFields} />
          {problems.length > 0 && Object.keys(fields).length > 0 && (
            <HelperText isLiveRegion>
              {problems.slice(0, 5).map((problem) => (
                <HelperTextItem key={problem} variant="warning">
                  {problem}
                </HelperTextItem>
              ))}
            </HelperText>
          )}
        </>
      )}
    </>
  );
}
