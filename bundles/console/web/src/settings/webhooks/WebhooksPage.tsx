import { Button, EmptyState, EmptyStateBody, Flex, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { useTeam } from "../../app/Team";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { ShownOnce } from "../../parts/ShownOnce";
import { IntegrationPage } from "../integrations/IntegrationPage";
import { DeleteWebhook } from "./DeleteWebhook";
import { NewSecret } from "./NewSecret";
import { WebhookForm } from "./WebhookForm";
import { WebhookTable } from "./WebhookTable";

type Webhook = Schema<"Webhook">;
type Asked = { what: "add" } | { what: "edit" | "delete" | "secret"; webhook: Webhook };

/** Who is called when something happens. */
export default function WebhooksPage() {
  const team = useTeam();
  const query = $api.useQuery("get", "/webhooks", {});
  const [asked, setAsked] = useState<Asked>();
  const [secret, setSecret] = useState<string>();
  const close = () => setAsked(undefined);
  const add = <Button onClick={() => setAsked({ what: "add" })}>Add webhook</Button>;
  return (
    <IntegrationPage
      title="Webhooks"
      text="Pomona calls these addresses when something happens: activities, and what Macs report."
      actions={
        <Flex alignItems={{ default: "alignItemsCenter" }}>
          <HelpLink page="webhooks" />
          {add}
        </Flex>
      }
    >
      <PageSection>
        <Loaded query={query}>
          {({ webhooks }) => {
            const shown = webhooks.filter((some) => team === undefined || (some.team_id ?? 0) === team);
            return shown.length === 0 ? (
              <EmptyState headingLevel="h2" titleText="Nobody is called">
                <EmptyStateBody>
                  Add a webhook to tell a chat, a ticket system or a program of your own what happens.
                </EmptyStateBody>
              </EmptyState>
            ) : (
              <WebhookTable webhooks={shown} onAsk={(what, webhook) => setAsked({ what, webhook })} />
            );
          }}
        </Loaded>
      </PageSection>
      {asked?.what === "add" && <WebhookForm onSecret={setSecret} onClose={close} />}
      {asked?.what === "edit" && <WebhookForm webhook={asked.webhook} onSecret={setSecret} onClose={close} />}
      {asked?.what === "delete" && <DeleteWebhook webhook={asked.webhook} onClose={close} />}
      {asked?.what === "secret" && <NewSecret webhook={asked.webhook} onSecret={setSecret} onClose={close} />}
      {secret !== undefined && (
        <ShownOnce title="Secret of the webhook" label="Secret" secret={secret} onClose={() => setSecret(undefined)}>
          The receiver checks with it that a call is from Pomona: the header X-Hmac-Signature is the HMAC-SHA256 of the body.
        </ShownOnce>
      )}
    </IntegrationPage>
  );
}
