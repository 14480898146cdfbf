import { ActionGroup, Alert, Button, Content, Form } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { $api, api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Facts } from "../../parts/Facts";
import { Loaded } from "../../parts/Loaded";
import { reason, useNotices } from "../../parts/Notices";
import { time } from "../../parts/time";
import { found, seldomWhileNone } from "../found";
import { useChanged } from "../useChanged";
import { NO_PAIR, type Pair, PairFields, pairBody, pairReady } from "./PairFields";

/** The organization's own MDM vendor certificate: what is loaded, or the form to load it. */
export function VendorPart() {
  const query = $api.useQuery("get", "/apns/vendor", {}, seldomWhileNone);
  return <Loaded query={found(query)}>{(vendor) => (vendor === null ? <VendorForm /> : <LoadedVendor vendor={vendor} />)}</Loaded>;
}

function VendorForm() {
  const { say } = useNotices();
  const changed = useChanged();
  const [pair, setPair] = useState<Pair>(NO_PAIR);
  const [error, setError] = useState<unknown>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      await api.PUT("/apns/vendor", { body: await pairBody(pair) });
      setPair(NO_PAIR);
      say("The vendor certificate is loaded", "It signs your requests from now on.");
      await changed();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <Content component="p">
        Apple takes a request only when an MDM vendor has signed it. You have such a certificate by the Apple Developer
        Enterprise Program. Put it, Apple's intermediate certificate (Worldwide Developer Relations) and Apple's root
        into one PEM file, yours first. Apple's are at{" "}
        <a href="https://www.apple.com/certificateauthority/" target="_blank" rel="noreferrer">
          apple.com/certificateauthority
        </a>
        .
      </Content>
      <Form onSubmit={submit} aria-label="Vendor certificate" isWidthLimited>
        {error !== undefined && <Alert variant="danger" isInline component="p" title={reason(error)} />}
        <PairFields id="vendor" pair={pair} onChange={setPair} />
        <ActionGroup>
          <Button type="submit" variant="secondary" isDisabled={!pairReady(pair)}>
            Load vendor certificate
          </Button>
        </ActionGroup>
      </Form>
    </>
  );
}

function LoadedVendor({ vendor }: { vendor: Schema<"VendorCertificate"> }) {
  const [asking, setAsking] = useState(false);
  const { say } = useNotices();
  const changed = useChanged();
  return (
    <>
      <Facts
        facts={[
          ["Name", vendor.common_name],
          ["Ends", time(vendor.renew_date)],
          ["Serial number", <span className="console-code">{vendor.serial_number}</span>],
          ["Loaded", `${time(vendor.loaded_at)} by ${vendor.loaded_by}`],
        ]}
      />
      <Button variant="link" isInline isDanger onClick={() => setAsking(true)}>
        Delete the vendor certificate
      </Button>
      {asking && (
        <Confirm
          title="Delete the vendor certificate?"
          action="Delete"
          danger
          act={async () => {
            await api.DELETE("/apns/vendor", {});
            say("The vendor certificate is deleted");
            await changed();
          }}
          onClose={() => setAsking(false)}
        >
          <Content component="p">
            It and its key leave the server. New requests are not signed here any more. The push certificate that is in
            use stays, and no Mac notices anything.
          </Content>
        </Confirm>
      )}
    </>
  );
}
