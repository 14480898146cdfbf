import { Alert, PageSection, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { IntegrationPage } from "../integrations/IntegrationPage";
import { found, seldomWhileNone } from "../found";
import { CertificateCard } from "./CertificateCard";
import { Routes } from "./Routes";

/** The push certificate: the way to it, what is loaded, renewing it, MDM off. */
export default function MdmPage() {
  const query = $api.useQuery("get", "/apns", {}, seldomWhileNone);
  return (
    <IntegrationPage
      title="Push certificate"
      text="Apple wakes Macs only for who shows a push certificate of Apple. It lasts a year and ties every enrolled Mac to it."
      actions={<HelpLink page="push-certificate" />}
    >
      <PageSection>
        <Loaded query={found(query)}>{(certificate) => <Mdm certificate={certificate} />}</Loaded>
      </PageSection>
    </IntegrationPage>
  );
}

function Mdm({ certificate }: { certificate: Schema<"PushCertificate"> | null }) {
  const [renewing, setRenewing] = useState(false);
  const { data } = $api.useQuery("get", "/apns/requests", {});
  const shown = certificate === null || renewing;
  return (
    <Stack hasGutter>
      <StackItem>
        {certificate === null ? (
          <Alert isInline component="p" variant="info" title="MDM is off">
            No push certificate is loaded, so no Mac can enroll. Follow the steps below; it takes about ten minutes.
          </Alert>
        ) : (
          <CertificateCard
            certificate={certificate}
            waiting={data?.requests.length ?? 0}
            isRenewing={renewing}
            onRenew={() => setRenewing(!renewing)}
          />
        )}
      </StackItem>
      {shown && (
        <StackItem>
          <Routes certificate={certificate} onLoaded={() => setRenewing(false)} />
        </StackItem>
      )}
    </Stack>
  );
}
