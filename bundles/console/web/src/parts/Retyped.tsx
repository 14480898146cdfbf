import { Field } from "./Field";

/** Has a person type what is at stake, so that nobody does by a slip what cannot be undone. */
export function Retyped({
  id,
  what,
  text,
  value,
  onChange,
}: {
  id: string;
  /** Such as "the name of the team". */
  what: string;
  text?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const label = `Type ${what} to confirm`;
  return (
    <Field id={id} label={label} value={value} onChange={onChange} help={text} autoComplete="off" isRequired />
  );
}
