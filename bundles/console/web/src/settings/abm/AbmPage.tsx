import { Button, EmptyState, EmptyStateBody, PageSection, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { Link } from "react-router";
import { $api } from "../../api/client";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { IntegrationPage } from "../integrations/IntegrationPage";
import { Connect } from "./Connect";
import { TokenCard } from "./TokenCard";

/** The tokens of Apple Business Manager, and the way to one. */
export default function AbmPage() {
  const query = $api.useQuery("get", "/abm_tokens", {});
  const [connecting, setConnecting] = useState(false);
  return (
    <IntegrationPage
      title="Apple Business Manager"
      text="Pomona knows your Macs before they are unboxed, and they enroll while they are set up."
      actions={<HelpLink page="business-manager" />}
    >
      <PageSection>
        <Loaded query={query}>
          {({ abm_tokens: tokens }) => (
            <Stack hasGutter>
              {tokens.length === 0 && (
                <StackItem>
                  <EmptyState headingLevel="h2" titleText="Apple Business Manager is not connected" variant="sm">
                    <EmptyStateBody>
                      Macs enroll by hand only. Follow the steps below; you need an account in Apple Business Manager that
                      may manage MDM servers.
                    </EmptyStateBody>
                  </EmptyState>
                </StackItem>
              )}
              {tokens.map((token) => (
                <StackItem key={token.id}>
                  <TokenCard token={token} />
                </StackItem>
              ))}
              {tokens.length > 0 && (
                <StackItem>
                  <Link to="/settings/integrations/mdm/assignments">See which Setup Assistant profile Apple holds for each Mac</Link>
                </StackItem>
              )}
              <StackItem>
                {tokens.length === 0 || connecting ? (
                  <Connect isFirst={tokens.length === 0} onConnected={() => setConnecting(false)} />
                ) : (
                  <Button variant="link" isInline onClick={() => setConnecting(true)}>
                    Connect another MDM server of Apple Business Manager
                  </Button>
                )}
              </StackItem>
            </Stack>
          )}
        </Loaded>
      </PageSection>
    </IntegrationPage>
  );
}
