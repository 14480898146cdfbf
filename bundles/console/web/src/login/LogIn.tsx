import {
  Alert,
  Button,
  Form,
  FormGroup,
  LoginPage,
  TextInput,
} from "@patternfly/react-core";
import { type FormEvent, useEffect, useState } from "react";
import { $api, api } from "../api/client";
import { reason } from "../parts/Notices";
import { useEntered } from "./useEntered";

/** By password, or by the organization's provider where there is one. */
export function LogIn() {
  const entered = useEntered();
  const { data: sso } = $api.useQuery("get", "/sso", {}, { refetchInterval: false });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    document.title = "Log in · Pomona";
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      await api.POST("/login", { body: { email, password } });
      await entered();
    } catch (failure) {
      setError(failure);
    }
  };
  const next = encodeURIComponent(location.pathname + location.search);
  return (
    <LoginPage loginTitle="Log in to Pomona" textContent="Mac management">
      <Form onSubmit={submit}>
        {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
        <FormGroup label="Email" fieldId="email" isRequired>
          <TextInput id="email" type="email" autoComplete="username" value={email} onChange={(_e, v) => setEmail(v)} isRequired />
        </FormGroup>
        <FormGroup label="Password" fieldId="password" isRequired>
          <TextInput id="password" type="password" autoComplete="current-password" value={password} onChange={(_e, v) => setPassword(v)} isRequired />
        </FormGroup>
        <Button type="submit" variant="primary" isBlock>
          Log in
        </Button>
        {sso?.settings?.sso_enabled === true && (
          <Button component="a" href={`/api/v1/sso/login?next=${next}`} variant="secondary" isBlock>
            Log in with {sso.settings.idp_name}
          </Button>
        )}
      </Form>
    </LoginPage>
  );
}
