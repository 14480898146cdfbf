import { MenuToggle, Select, SelectList, SelectOption } from "@patternfly/react-core";
import { useState } from "react";
import { COLUMNS, type Column } from "./columns";

/** Which columns are shown. */
export function ColumnChoice({ shown, onToggle }: { shown: Column[]; onToggle: (id: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, id) => onToggle(String(id))}
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={open} onClick={() => setOpen(!open)}>
          Columns
        </MenuToggle>
      )}
    >
      <SelectList aria-label="Columns">
        {COLUMNS.slice(1).map((column) => (
          <SelectOption key={column.id} value={column.id} hasCheckbox isSelected={shown.includes(column)}>
            {column.label}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
