import { Card, CardBody, CardTitle, Content, Divider, Radio, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { found, seldomWhileNone } from "../found";
import { type Step, Steps } from "../Steps";
import { LoadPair } from "./LoadPair";
import { OpenMdmcertAnswer, SendToMdmcert } from "./MdmcertPart";
import { PendingRequests } from "./PendingRequests";
import { PortalSteps } from "./PortalSteps";
import { RequestForm } from "./RequestForm";
import { UploadCertificate } from "./UploadCertificate";
import { VendorPart } from "./VendorPart";

type Route = "vendor" | "mdmcert" | "pair";

const ROUTES: Record<Route, { label: string; text: string }> = {
  vendor: {
    label: "Our own MDM vendor certificate",
    text: "Your organization is in the Apple Developer Enterprise Program and has one.",
  },
  mdmcert: {
    label: "mdmcert.download",
    text: "The service signs the request. Your email address is registered there, and the server has a product key.",
  },
  pair: {
    label: "A certificate and its key that exist already",
    text: "You have both as files, from elsewhere.",
  },
};

/** The three ways to a push certificate, for the first one and for each that follows. */
export function Routes({
  certificate,
  onLoaded,
}: {
  certificate: Schema<"PushCertificate"> | null;
  onLoaded: () => void;
}) {
  const vendor = found($api.useQuery("get", "/apns/vendor", {}, seldomWhileNone));
  const { data } = $api.useQuery("get", "/apns/requests", {});
  const [chosen, setChosen] = useState<Route>();
  const requests = data?.requests ?? [];
  const viaService = vendor.data === null && requests[0]?.mdmcert_open === true;
  const route = chosen ?? (viaService ? "mdmcert" : "vendor");
  const steps = stepsOf(route, certificate, requests, onLoaded);
  return (
    <Card component="section">
      <CardTitle component="h2">{certificate === null ? "Get a push certificate" : "Renew the push certificate"}</CardTitle>
      <CardBody>
        <Stack hasGutter>
          {certificate !== null && (
            <StackItem>
              <Content component="p">
                Nothing changes until the last step. Then the new certificate is in use at once, and Macs notice nothing.
              </Content>
            </StackItem>
          )}
          <StackItem>
            <div role="radiogroup" aria-label="Way to a certificate">
              {(Object.keys(ROUTES) as Route[]).map((some) => (
                <Radio
                  key={some}
                  id={`route-${some}`}
                  name="route"
                  label={ROUTES[some].label}
                  description={ROUTES[some].text}
                  isChecked={route === some}
                  onChange={() => setChosen(some)}
                />
              ))}
            </div>
          </StackItem>
          <Divider />
          <StackItem>
            <Steps steps={steps} />
          </StackItem>
        </Stack>
      </CardBody>
    </Card>
  );
}

function stepsOf(
  route: Route,
  certificate: Schema<"PushCertificate"> | null,
  requests: Schema<"PushRequest">[],
  onLoaded: () => void,
): Step[] {
  const appleId = certificate?.apple_id ?? "";
  if (route === "pair") {
    return [{ title: "Load the certificate and its key", body: <LoadPair appleId={appleId} onLoaded={onLoaded} /> }];
  }
  const common: Step[] = [
    { title: "Download the signed request", body: <PendingRequests requests={requests} /> },
    {
      title: certificate === null ? "Have Apple issue the certificate" : "Have Apple renew the certificate",
      body: <PortalSteps certificate={certificate} />,
    },
    { title: "Upload what you downloaded from Apple", body: <UploadCertificate appleId={appleId} onLoaded={onLoaded} /> },
  ];
  if (route === "vendor") {
    return [
      { title: "Load the vendor certificate", body: <VendorPart /> },
      { title: "Make a request", body: <RequestForm emailHelp="Of who is responsible for the certificate." /> },
      ...common,
    ];
  }
  return [
    { title: "Make a request", body: <RequestForm emailHelp="Has to be registered at mdmcert.download, which mails its answer there." /> },
    { title: "Have mdmcert.download sign it", body: <SendToMdmcert newest={requests[0]} /> },
    { title: "Open its answer", body: <OpenMdmcertAnswer /> },
    ...common,
  ];
}
