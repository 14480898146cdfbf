import { Button, Flex, Label, PageSection } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { ActionMenu } from "../../parts/ActionMenu";
import { ConsolePage } from "../../parts/ConsolePage";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { time } from "../../parts/time";
import { ChangePassword } from "./ChangePassword";
import { DeleteUser } from "./DeleteUser";
import { rolesOf } from "./roles";
import { UserForm } from "./UserForm";

type User = Schema<"User">;
type Asked = { what: "add" | "password" } | { what: "edit" | "delete"; user: User };

/** People and what each may do. */
export default function UsersPage() {
  const { may } = useSession();
  const query = $api.useQuery("get", "/users", {});
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <ConsolePage
      title="Users"
      text="People who manage Macs. Each has a role everywhere, or roles in teams."
      actions={
        <Flex alignItems={{ default: "alignItemsCenter" }}>
          <HelpLink page="users" />
          {may("EDIT_USERS", null) && <Button onClick={() => setAsked({ what: "add" })}>Add person</Button>}
        </Flex>
      }
    >
      <PageSection>
        <Loaded query={query}>
          {({ users }) => <UserTable users={users} onAsk={setAsked} />}
        </Loaded>
      </PageSection>
      {asked?.what === "add" && <UserForm onClose={close} />}
      {asked?.what === "password" && <ChangePassword onClose={close} />}
      {asked?.what === "edit" && <UserForm user={asked.user} onClose={close} />}
      {asked?.what === "delete" && <DeleteUser user={asked.user} onClose={close} />}
    </ConsolePage>
  );
}

function UserTable({ users, onAsk }: { users: User[]; onAsk: (asked: Asked) => void }) {
  const { me, may } = useSession();
  return (
    <Table aria-label="Users">
      <Thead>
        <Tr>
          <Th>Name</Th>
          <Th>Email</Th>
          <Th>Role</Th>
          <Th>Logs in by</Th>
          <Th>Added</Th>
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      <Tbody>
        {users.map((user) => (
          <Tr key={user.id}>
            <Td dataLabel="Name" className="console-long">
              {user.name} {user.id === me.user.id && <Label isCompact>You</Label>}
            </Td>
            <Td dataLabel="Email" className="console-long">{user.email}</Td>
            <Td dataLabel="Role" className="console-long">{rolesOf(user)}</Td>
            <Td dataLabel="Logs in by">{user.sso_enabled ? "Single sign-on" : "Password"}</Td>
            <Td dataLabel="Added">{time(user.created_at)}</Td>
            <Td dataLabel="Actions" isActionCell>
              {may("EDIT_USERS", null) && (
                <ActionMenu
                  of={user.email}
                  actions={[
                    { label: "Change", act: () => onAsk({ what: "edit", user }) },
                    ...(user.id === me.user.id ? [{ label: "Change password", act: () => onAsk({ what: "password" }) }] : []),
                    { label: "Delete", act: () => onAsk({ what: "delete", user }), danger: true },
                  ]}
                />
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
