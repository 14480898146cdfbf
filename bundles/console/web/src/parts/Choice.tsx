import { MenuToggle, Select, SelectList, SelectOption } from "@patternfly/react-core";
import { type ReactNode, useRef, useState } from "react";

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
  icon,
}: {
  label: string;
  value: Value;
  options: Option<Value>[];
  onChoose: (value: Value) => void;
  isDisabled?: boolean;
  /** Shown in place of what is chosen, where that is not worth its room. */
  icon?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  // A dialog hides all that is beside it from who hears the page.
  const surroundings = () => place.current?.closest<HTMLElement>(".pf-v6-c-backdrop") ?? document.body;
  return (
    <div ref={place} className="console-choice">
      <Select
        isOpen={open}
        onOpenChange={setOpen}
        selected={value}
        isScrollable={options.length > 10}
        popperProps={{ maxWidth: "30rem", appendTo: surroundings }}
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
            variant={icon === undefined ? undefined : "plain"}
            icon={icon}
          >
            {icon === undefined && chosen}
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
    </div>
  );
}
