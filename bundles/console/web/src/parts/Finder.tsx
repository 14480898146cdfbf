import {
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
  TextInputGroup,
  TextInputGroupMain,
} from "@patternfly/react-core";
import { type KeyboardEvent, useId, useState } from "react";
import type { Option } from "./Choice";

/** A text by which one of many is found: what fits is offered while the person types. */
export function Finder({
  label,
  text,
  options,
  onType,
  onChoose,
  none = "None is like this",
}: {
  label: string;
  text: string;
  /** Of those that the text fits. */
  options: Option<string>[];
  onType: (text: string) => void;
  /** Called with what was chosen; the text is empty then. */
  onChoose: (value: string) => void;
  /** Shown where nothing fits. */
  none?: string;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState(-1);
  const active = open ? options[place] : undefined;
  const type = (typed: string) => {
    setPlace(-1);
    setOpen(typed !== "");
    onType(typed);
  };
  const choose = (value: string) => {
    type("");
    onChoose(value);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setPlace(place < 0 ? (step > 0 ? 0 : options.length - 1) : (place + step + options.length) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = active ?? (options.length === 1 ? options[0] : undefined);
      if (chosen !== undefined) {
        choose(chosen.value);
      }
    } else if (event.key === "Escape") {
      setOpen(false);
    }
  };
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, value) => value !== undefined && choose(String(value))}
      popperProps={{ maxWidth: "30rem" }}
      variant="typeahead"
      shouldFocusFirstItemOnOpen={false}
      toggle={(ref) => (
        <MenuToggle ref={ref} variant="typeahead" isExpanded={open} onClick={() => setOpen(!open)} aria-label={`Show what fits: ${label}`}>
          <TextInputGroup isPlain>
            <TextInputGroupMain
              value={text}
              placeholder={label}
              aria-label={label}
              autoComplete="off"
              role="combobox"
              isExpanded={open}
              aria-controls={`${id}-options`}
              aria-activedescendant={active === undefined ? undefined : `${id}-${place}`}
              onClick={() => setOpen(options.length > 0)}
              onChange={(_event, typed) => type(typed)}
              onKeyDown={press}
            />
          </TextInputGroup>
        </MenuToggle>
      )}
    >
      <SelectList id={`${id}-options`} aria-label={label}>
        {options.length === 0 && <SelectOption isDisabled>{none}</SelectOption>}
        {options.map((option, index) => (
          <SelectOption key={option.value} id={`${id}-${index}`} value={option.value} isFocused={index === place}>
            <bdi className="console-long">{option.label}</bdi>
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
