import { Alert, Content } from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { many } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";
import { Retyped } from "../../parts/Retyped";
import { useChanged } from "../useChanged";
import { useEnrolled } from "../useEnrolled";

/** Before MDM is turned off. */
export function TurnOff({ certificate, onClose }: { certificate: Schema<"PushCertificate">; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const [typed, setTyped] = useState("");
  const count = useEnrolled();
  return (
    <Confirm
      title="Turn off MDM?"
      action="Turn off MDM"
      danger
      ready={typed.trim() === certificate.serial_number}
      act={async () => {
        await api.DELETE("/mdm/apple/apns_certificate", { params: { query: { force: true } } });
        say("MDM is off", "No Mac is woken or answered until a certificate is loaded.");
        await changed();
      }}
      onClose={onClose}
    >
      <Alert
        variant="warning"
        isInline
        component="p"
        title={
          count === undefined
            ? "All enrolled Macs are neither woken nor answered."
            : `${many(count, "Mac is enrolled. It is", "Macs are enrolled. They are")} neither woken nor answered.`
        }
      />
      <Content component="p" className="console-long">
        The push certificate is taken out of use. Commands and profiles wait, recovery keys stay, and Macs keep what they
        have. MDM is on again once a certificate with the topic {certificate.topic} is loaded.
      </Content>
      <Retyped
        id="turn-off-serial"
        what="the serial number of the certificate"
        text={certificate.serial_number}
        value={typed}
        onChange={setTyped}
      />
    </Confirm>
  );
}
