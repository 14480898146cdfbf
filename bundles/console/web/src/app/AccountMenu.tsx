import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import { ChangePassword } from "../settings/users/ChangePassword";
import { useSession } from "./Session";

export function AccountMenu() {
  const { me } = useSession();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [changing, setChanging] = useState(false);

  const logOut = async () => {
    await api.POST("/logout", {}).catch(() => undefined);
    client.clear();
    location.assign("/console/");
  };
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        popperProps={{ position: "right" }}
        toggle={(ref) => (
          <MenuToggle ref={ref} variant="plainText" isExpanded={open} onClick={() => setOpen(!open)}>
            {me.user?.name}
          </MenuToggle>
        )}
      >
        <DropdownList>
          <DropdownItem isDisabled description={me.user?.global_role ?? "Roles in teams"}>
            {me.user?.email}
          </DropdownItem>
          <DropdownItem onClick={() => setChanging(true)}>Change password</DropdownItem>
          <DropdownItem onClick={logOut}>Log out</DropdownItem>
        </DropdownList>
      </Dropdown>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </>
  );
}
