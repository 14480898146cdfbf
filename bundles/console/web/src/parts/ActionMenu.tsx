import { DropdownItem } from "@patternfly/react-core";
import EllipsisVIcon from "@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon";
import { Menu } from "./Menu";

export interface Action {
  label: string;
  act: () => void;
  danger?: boolean;
  isDisabled?: boolean;
}

/** What can be done with one thing, behind three dots. */
export function ActionMenu({ of, actions }: { of: string; actions: Action[] }) {
  return (
    <Menu toggle={{ variant: "plain", "aria-label": `Actions for ${of}`, icon: <EllipsisVIcon /> }}>
      {actions.map((action) => (
        <DropdownItem key={action.label} isDanger={action.danger} isDisabled={action.isDisabled} onClick={action.act}>
          {action.label}
        </DropdownItem>
      ))}
    </Menu>
  );
}
