import { Alert, Button, Card, CardBody, CardFooter, CardTitle, Flex, FlexItem, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { Facts } from "../../parts/Facts";
import { many } from "../../parts/macs";
import { time } from "../../parts/time";
import { StatusNotes } from "../status/StatusNotes";
import { AppleIdNote } from "./AppleIdNote";
import { hexadecimal } from "./PortalSteps";
import { TurnOff } from "./TurnOff";

function left(days: number): string {
  return days < 0 ? "has ended" : many(days, "day left", "days left");
}

/** The push certificate in use, and how the way to Apple is. */
export function CertificateCard({
  certificate,
  waiting,
  isRenewing,
  onRenew,
}: {
  certificate: Schema<"PushCertificate">;
  /** How many requests wait for a certificate. */
  waiting: number;
  isRenewing: boolean;
  onRenew: () => void;
}) {
  const [turningOff, setTurningOff] = useState(false);
  return (
    <Card component="section">
      <CardTitle component="h2">Push certificate</CardTitle>
      <CardBody>
        <Stack hasGutter>
          {certificate.warning !== "" && (
            <StackItem>
              <Alert
                isInline
                component="p"
                variant={certificate.days_left < 0 ? "danger" : "warning"}
                title={certificate.warning}
              />
            </StackItem>
          )}
          <StackItem>
            <Facts
              facts={[
                ["Common name", certificate.common_name],
                ["Renew before", `${time(certificate.renew_date)} (${left(certificate.days_left)})`],
                [
                  "Serial number",
                  <>
                    <span className="console-code">{certificate.serial_number}</span>
                    <br />
                    in hexadecimal digits <span className="console-code">{hexadecimal(certificate.serial_number)}</span>
                  </>,
                ],
                ["Apple ID", <AppleIdNote appleId={certificate.apple_id} />],
                ["Topic", <span className="console-code">{certificate.topic}</span>],
                ["Issuer", certificate.issuer],
                ["Loaded", `${time(certificate.renewed_at)} by ${certificate.renewed_by}`],
              ]}
            />
          </StackItem>
          <StackItem>
            <StatusNotes prefix="apns." />
          </StackItem>
        </Stack>
      </CardBody>
      <CardFooter>
        <Flex>
          <FlexItem>
            <Button onClick={onRenew} aria-expanded={isRenewing}>
              {waiting === 0 ? "Renew" : "Go on with the renewal"}
            </Button>
          </FlexItem>
          {waiting > 0 && (
            <FlexItem>{many(waiting, "request waits", "requests wait")} for a certificate from Apple.</FlexItem>
          )}
          <FlexItem>
            <Button variant="secondary" isDanger onClick={() => setTurningOff(true)}>
              Turn off MDM
            </Button>
          </FlexItem>
        </Flex>
      </CardFooter>
      {turningOff && <TurnOff certificate={certificate} onClose={() => setTurningOff(false)} />}
    </Card>
  );
}
