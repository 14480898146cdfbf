import {
  Alert,
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  LoginPage,
  TextInput,
} from "@patternfly/react-core";
import { type FormEvent, useEffect, useState } from "react";
import { api } from "../api/client";
import { reason } from "../parts/Notices";
import { useEntered } from "./useEntered";

/** The organization and its first admin. */
export function FirstRun() {
  const entered = useEntered();
  const [organization, setOrganization] = useState("");
  const [address, setAddress] = useState(location.origin);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    document.title = "Set up · Pomona";
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      await api.POST("/setup", {
        body: { admin: { name, email, password }, org_info: { org_name: organization }, server_url: address },
      });
      await entered();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <LoginPage loginTitle="Set up Pomona" textContent="Mac management">
      <Form onSubmit={submit}>
        {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
        <FormGroup label="Organization" fieldId="organization" isRequired>
          <TextInput id="organization" value={organization} onChange={(_e, v) => setOrganization(v)} isRequired />
        </FormGroup>
        <FormGroup label="Address of this server" fieldId="address" isRequired>
          <TextInput id="address" type="url" value={address} onChange={(_e, v) => setAddress(v)} isRequired aria-describedby="address-help" />
          <FormHelperText>
            <HelperText>
              <HelperTextItem id="address-help">Macs call this address; it is hard to change later.</HelperTextItem>
            </HelperText>
          </FormHelperText>
        </FormGroup>
        <FormGroup label="Your name" fieldId="name" isRequired>
          <TextInput id="name" autoComplete="name" value={name} onChange={(_e, v) => setName(v)} isRequired />
        </FormGroup>
        <FormGroup label="Email" fieldId="email" isRequired>
          <TextInput id="email" type="email" autoComplete="username" value={email} onChange={(_e, v) => setEmail(v)} isRequired />
        </FormGroup>
        <FormGroup label="Password" fieldId="password" isRequired>
          <TextInput id="password" type="password" autoComplete="new-password" minLength={12} value={password} onChange={(_e, v) => setPassword(v)} isRequired aria-describedby="password-help" />
          <FormHelperText>
            <HelperText>
              <HelperTextItem id="password-help">12 characters or more.</HelperTextItem>
            </HelperText>
          </FormHelperText>
        </FormGroup>
        <Button type="submit" variant="primary" isBlock>
          Set up
        </Button>
      </Form>
    </LoginPage>
  );
}
