import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import type { ComponentProps } from "react";

/** A line of text with its label, and a word on what belongs there. */
export function Field({
  id,
  label,
  value,
  onChange,
  help,
  ...input
}: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
} & Pick<ComponentProps<typeof TextInput>, "type" | "isRequired" | "autoComplete" | "placeholder" | "maxLength">) {
  return (
    <FormGroup label={label} fieldId={id} isRequired={input.isRequired}>
      <TextInput
        {...input}
        id={id}
        value={value}
        onChange={(_event, text) => onChange(text)}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
      />
      {help !== undefined && (
        <FormHelperText>
          <HelperText>
            <HelperTextItem id={`${id}-help`}>{help}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}
