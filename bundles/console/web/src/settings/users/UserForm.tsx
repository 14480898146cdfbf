import { Checkbox } from "@patternfly/react-core";
import { useState } from "react";
import { $api, api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";
import { RoleFields } from "./RoleFields";
import { choiceOf, isChosen, rolesBody } from "./roles";

/** A new person, or what is different with one. */
export function UserForm({ user, onClose }: { user?: Schema<"User">; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const { data: sso } = $api.useQuery("get", "/sso", {}, { refetchInterval: false });
  const [name, setName] = useState(user?.name ?? "");
  const [email, setEmail] = useState(user?.email ?? "");
  const [password, setPassword] = useState("");
  const [bySso, setBySso] = useState(user?.sso_enabled ?? false);
  const [choice, setChoice] = useState(() => choiceOf(user));
  const isNew = user === undefined;

  const save = async () => {
    const body = { name: name.trim(), email: email.trim(), sso_enabled: bySso, ...rolesBody(choice) };
    if (isNew) {
      await api.POST("/users", { body: password === "" ? body : { ...body, password } });
      say("The person is added", body.email);
    } else {
      await api.PATCH("/users/{id}", { params: { path: { id: user.id } }, body });
      say("The person is changed", body.email);
    }
    await changed();
  };
  return (
    <Confirm
      title={isNew ? "Add person" : "Change person"}
      action={isNew ? "Add" : "Save"}
      ready={email.trim() !== "" && isChosen(choice) && (!isNew || bySso || password !== "")}
      act={save}
      onClose={onClose}
    >
      <Field id="user-name" label="Name" value={name} onChange={setName} autoComplete="off" maxLength={255} />
      <Field id="user-email" label="Email" type="email" value={email} onChange={setEmail} autoComplete="off" isRequired />
      <Checkbox
        id="user-sso"
        label="Logs in by single sign-on"
        description={
          sso?.settings.sso_enabled === true
            ? `By ${sso.settings.idp_name}. To end it forgets who the person is there, and ends the sessions.`
            : "No provider is configured now, so nobody can log in this way yet."
        }
        isChecked={bySso}
        onChange={(_event, checked) => setBySso(checked)}
      />
      {isNew && (
        <Field
          id="user-password"
          label={bySso ? "Password, if the person shall have one as well" : "Password"}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          help="12 characters or more. Give it to the person, who changes it in the menu of the own account."
          isRequired={!bySso}
        />
      )}
      <RoleFields choice={choice} onChange={setChoice} />
    </Confirm>
  );
}
