import { ActionGroup, Alert, Button, Form } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { $api, api } from "../../api/client";
import { useSession } from "../../app/Session";
import { Field } from "../../parts/Field";
import { reason, useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

/** Makes a key and a request, beside the pair in use. */
export function RequestForm({ emailHelp }: { emailHelp: string }) {
  const { me } = useSession();
  const { say, complain } = useNotices();
  const changed = useChanged();
  const { data: config } = $api.useQuery("get", "/config", {}, { refetchInterval: 30_000 });
  const [typedEmail, setEmail] = useState<string>();
  const [typedOrganization, setOrganization] = useState<string>();
  const [error, setError] = useState<unknown>();
  const email = typedEmail ?? me.user.email;
  const organization = typedOrganization ?? config?.org_info?.org_name ?? "";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      const { data } = await api.POST("/mdm/apple/request_csr", { body: { email_address: email, organization } });
      say("The request is made", "Its key stays on the server, sealed.");
      if (data !== undefined && data.warning !== "") {
        complain("An older request was dropped", new Error(data.warning));
      }
      await changed();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Form onSubmit={submit} aria-label="Request" isWidthLimited>
      {error !== undefined && <Alert variant="danger" isInline component="p" title={reason(error)} />}
      <Field id="request-email" label="Email" type="email" value={email} onChange={setEmail} help={emailHelp} isRequired />
      <Field id="request-organization" label="Organization" value={organization} onChange={setOrganization} isRequired />
      <ActionGroup>
        <Button type="submit" variant="secondary" isDisabled={email === "" || organization === ""}>
          Make a request
        </Button>
      </ActionGroup>
    </Form>
  );
}
