import { Alert, List, ListItem, Stack } from "@patternfly/react-core";
import type { Schema } from "../../api/client";

/** What to do at Apple: another thing for a first certificate than for one that is renewed. */
export function PortalSteps({ certificate }: { certificate: Schema<"PushCertificate"> | null }) {
  return (
    <Stack hasGutter>
      <List component="ol" aria-label="At Apple">
        <ListItem>
          Open{" "}
          <a href="https://identity.apple.com/pushcert" target="_blank" rel="noreferrer">
            identity.apple.com/pushcert
          </a>
          .
        </ListItem>
        {certificate === null ? <FirstTime /> : <Renewal certificate={certificate} />}
        <ListItem>Download the certificate.</ListItem>
      </List>
      {certificate !== null && (
        <Alert isInline component="p" variant="warning" title="Do not press Create a Certificate">
          A new certificate has another topic. It would reach none of your Macs, and each would have to enroll again.
        </Alert>
      )}
    </Stack>
  );
}

function FirstTime() {
  return (
    <>
      <ListItem>
        Sign in with an Apple ID that your organization keeps, not a person's own. You need the same one every year.
      </ListItem>
      <ListItem>
        Press <strong>Create a Certificate</strong>, accept the terms, and upload <code>push.csr</code>.
      </ListItem>
    </>
  );
}

function Renewal({ certificate }: { certificate: Schema<"PushCertificate"> }) {
  return (
    <>
      <ListItem>
        {certificate.apple_id === "" ? (
          "Sign in with the Apple ID that the certificate was made with. Nobody has noted here which one it was."
        ) : (
          <>
            Sign in with the Apple ID <strong className="console-long">{certificate.apple_id}</strong>.
          </>
        )}
      </ListItem>
      <ListItem>
        Press <strong>Renew</strong> next to the certificate with the serial number{" "}
        <strong className="console-code">{certificate.serial_number}</strong>{" "}
        (in hexadecimal digits <span className="console-code">{hexadecimal(certificate.serial_number)}</span>), and upload <code>push.csr</code>.
      </ListItem>
    </>
  );
}

/** Apple's portal writes serial numbers so. */
export function hexadecimal(serial: string): string {
  try {
    return BigInt(serial).toString(16).toUpperCase();
  } catch {
    return serial;
  }
}
