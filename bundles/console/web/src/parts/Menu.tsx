import { Dropdown, DropdownList, type DropdownProps, MenuToggle, type MenuToggleProps } from "@patternfly/react-core";
import { type ReactNode, useRef, useState } from "react";

/** A button that opens a menu, and has the focus again when something was chosen, or when a dialog that this opened is closed. */
export function Menu({
  toggle,
  onChoose,
  children,
  ...dropdown
}: {
  toggle: Omit<MenuToggleProps, "ref" | "isExpanded" | "onClick">;
  /** What was chosen, by its value. */
  onChoose?: (value: string | number | undefined) => void;
  children: ReactNode;
} & Pick<DropdownProps, "isScrollable" | "maxMenuHeight">) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const choose = (value: string | number | undefined) => {
    setOpen(false);
    button.current?.focus(); // a dialog gives it back to where it was, and the item is gone by then
    onChoose?.(value);
  };
  return (
    <Dropdown
      {...dropdown}
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, value) => choose(value)}
      popperProps={{ position: "right" }}
      toggle={{
        toggleRef: button,
        toggleNode: <MenuToggle {...toggle} ref={button} isExpanded={open} onClick={() => setOpen(!open)} />,
      }}
    >
      <DropdownList>{children}</DropdownList>
    </Dropdown>
  );
}
