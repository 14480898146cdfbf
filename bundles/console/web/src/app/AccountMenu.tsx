import { DropdownItem } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import { Menu } from "../parts/Menu";
import { ChangePassword } from "../settings/users/ChangePassword";
import { useSession } from "./Session";

export function AccountMenu() {
  const { me } = useSession();
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);

  const logOut = async () => {
    await api.POST("/logout", {}).catch(() => undefined);
    client.clear();
    location.assign("/console/");
  };
  return (
    <>
      <Menu toggle={{ variant: "plainText", children: me.user?.name }}>
        <DropdownItem isDisabled description={me.user?.global_role ?? "Roles in teams"}>
          {me.user?.email}
        </DropdownItem>
        <DropdownItem onClick={() => setChanging(true)}>Change password</DropdownItem>
        <DropdownItem onClick={logOut}>Log out</DropdownItem>
      </Menu>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </>
  );
}
