import { Content } from "@patternfly/react-core";
import { api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

/** Before an account ends. */
export function DeleteUser({ user, onClose }: { user: Schema<"User">; onClose: () => void }) {
  const { me } = useSession();
  const { say } = useNotices();
  const changed = useChanged();
  return (
    <Confirm
      title="Delete this person?"
      action="Delete person"
      danger
      act={async () => {
        await api.DELETE("/users/{id}", { params: { path: { id: user.id } } });
        say("The person is deleted", user.email);
        await changed();
      }}
      onClose={onClose}
    >
      <Content component="p" className="console-long">
        {user.name}, {user.email}, is logged out everywhere and cannot log in any more. What the person has done stays in
        the activities.
      </Content>
      {me.user.id === user.id && <Content component="p">This is your own account: you are logged out at once.</Content>}
    </Confirm>
  );
}
