import { MenuToggle, Select, SelectList, SelectOption } from "@patternfly/react-core";
import { useState } from "react";

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

/** One of a few; the label is for people who hear the page. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
  isDisabled = false,
}: {
  label: string;
  value: Value;
  options: Option<Value>[];
  onChoose: (value: Value) => void;
  isDisabled?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      selected={value}
      isScrollable={options.length > 10}
      onSelect={(_event, choice) => {
        setOpen(false);
        onChoose(choice as Value);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          isDisabled={isDisabled}
          onClick={() => setOpen(!open)}
          aria-label={`${label}: ${chosen}`}
        >
          {chosen}
        </MenuToggle>
      )}
    >
      <SelectList aria-label={label}>
        {options.map((option) => (
          <SelectOption key={option.value} value={option.value}>
            {option.label}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
