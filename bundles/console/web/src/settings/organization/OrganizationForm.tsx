import { ActionGroup, Alert, Button, Card, CardBody, CardTitle, Form } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client";
import { useSession } from "../../app/Session";
import { Facts } from "../../parts/Facts";
import { Field } from "../../parts/Field";
import { reason, useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";
import { OtherAddress } from "./OtherAddress";

/** Name and address; another address only after a question. */
export function OrganizationForm({ name: known, address: knownAddress }: { name: string; address: string }) {
  const { may } = useSession();
  const { say } = useNotices();
  const changed = useChanged();
  const [typedName, setName] = useState<string>();
  const [typedAddress, setAddress] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const name = typedName ?? known;
  const address = typedAddress ?? knownAddress;

  const save = async (force: boolean) => {
    await api.PATCH("/config", {
      params: { query: { force } },
      body: {
        ...(name === known ? {} : { org_info: { org_name: name } }),
        ...(address === knownAddress ? {} : { server_settings: { server_url: address } }),
      },
    });
    setName(undefined);
    setAddress(undefined);
    say("The settings are saved");
    await changed();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    if (address !== knownAddress) {
      setAsking(true);
      return;
    }
    await save(false).catch(setError);
  };
  return (
    <Card component="section">
      <CardTitle component="h2">Organization</CardTitle>
      <CardBody>
        {may("EDIT_CONFIG", null) ? (
          <Form onSubmit={submit} aria-label="Organization" isWidthLimited>
            {error !== undefined && <Alert variant="danger" isInline component="p" title={reason(error)} />}
            <Field id="organization-name" label="Name" value={name} onChange={setName} maxLength={255} help="People see it when they enroll a Mac." isRequired />
            <Field
              id="server-address"
              label="Address of this server"
              type="url"
              value={address}
              onChange={setAddress}
              help="Macs call this address. Enrolled Macs keep the one that they enrolled with, and have to enroll again when it changes."
              isRequired
            />
            <ActionGroup>
              <Button type="submit" isDisabled={(name === known && address === knownAddress) || name.trim() === "" || address === ""}>
                Save
              </Button>
            </ActionGroup>
          </Form>
        ) : (
          <Facts
            facts={[
              ["Name", known],
              ["Address of this server", knownAddress],
            ]}
          />
        )}
      </CardBody>
      {asking && (
        <OtherAddress before={knownAddress} wanted={address} act={() => save(true)} onClose={() => setAsking(false)} />
      )}
    </Card>
  );
}
