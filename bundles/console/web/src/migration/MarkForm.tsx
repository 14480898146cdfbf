import { FormGroup, TextInput } from "@patternfly/react-core";
import { Choice, type Option } from "../parts/Choice";
import type { Marks } from "./steps";

const LEAVE = { value: "", label: "Leave as it is" } as const;
const DONE = [LEAVE, { value: "true", label: "Done" }, { value: "false", label: "Not done" }] as const;
const ANSWER = [
  LEAVE,
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unknown", label: "Not known" },
] as const;
const WAY = [
  LEAVE,
  { value: "automatic", label: "Automatic, by Apple Business Manager" },
  { value: "manual", label: "Manual, by a profile" },
  { value: "unknown", label: "Not known" },
] as const;

const flag = (text: string) => (text === "" ? undefined : text === "true");
const shown = (value: boolean | undefined) => (value === undefined ? "" : String(value));

/** Without what is undefined. */
function having(marks: Marks, more: { [Name in keyof Marks]: Marks[Name] | undefined }): Marks {
  return Object.fromEntries(
    Object.entries({ ...marks, ...more }).filter(([, value]) => value !== undefined),
  ) as Marks;
}

/** Marks to be set on Macs; what is left as it is, is not sent. */
export function MarkForm({ marks, change }: { marks: Marks; change: (marks: Marks) => void }) {
  return (
    <>
      <FormGroup label="Name of the old MDM" fieldId="old-mdm">
        <TextInput
          id="old-mdm"
          maxLength={100}
          placeholder="Leave as it is"
          value={marks.old_mdm ?? ""}
          onChange={(_event, text) => change(having(marks, { old_mdm: text === "" ? undefined : text }))}
        />
      </FormGroup>
      <Said
        label="Enrollment"
        value={marks.enrollment ?? ""}
        options={WAY}
        onChoose={(way) => change(having(marks, { enrollment: way === "" ? undefined : way }))}
      />
      <Said
        label="Un-enrolled from the old MDM"
        value={shown(marks.left_old_mdm)}
        options={DONE}
        onChoose={(text) => change(having(marks, { left_old_mdm: flag(text) }))}
      />
      <Said label="User told" value={shown(marks.user_told)} options={DONE} onChoose={(text) => change(having(marks, { user_told: flag(text) }))} />
      <Said
        label="User is an administrator of the Mac"
        value={marks.user_is_admin ?? ""}
        options={ANSWER}
        onChoose={(text) => change(having(marks, { user_is_admin: text === "" ? undefined : text }))}
      />
      <Said
        label="Activation Lock is off"
        value={marks.activation_lock_off ?? ""}
        options={ANSWER}
        onChoose={(text) => change(having(marks, { activation_lock_off: text === "" ? undefined : text }))}
      />
    </>
  );
}

/** One mark, with its label above. */
function Said<Value extends string>(said: {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChoose: (value: Value) => void;
}) {
  return (
    <FormGroup label={said.label}>
      <Choice {...said} options={[...said.options]} />
    </FormGroup>
  );
}
