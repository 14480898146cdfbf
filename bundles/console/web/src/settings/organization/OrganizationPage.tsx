import { Flex, PageSection, Stack, StackItem } from "@patternfly/react-core";
import { $api } from "../../api/client";
import { ConsolePage } from "../../parts/ConsolePage";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { MyDevice } from "./MyDevice";
import { OrganizationForm } from "./OrganizationForm";
import { SingleSignOn } from "./SingleSignOn";

/** What the organization is called, where Macs reach it, and how people log in. */
export default function OrganizationPage() {
  const query = $api.useQuery("get", "/config", {});
  return (
    <ConsolePage title="Organization" actions={
        <Flex>
          <HelpLink page="transparency">What people are told</HelpLink>
          <HelpLink page="server" />
        </Flex>
      }>
      <PageSection>
        <Loaded query={query}>
          {(config) => (
            <Stack hasGutter>
              <StackItem>
                <OrganizationForm name={config.org_info.org_name} address={config.server_settings.server_url} />
              </StackItem>
              <StackItem>
                <MyDevice inDock={config.my_device.in_dock} address={config.server_settings.server_url} />
              </StackItem>
              <StackItem>
                <SingleSignOn address={config.server_settings.server_url} />
              </StackItem>
            </Stack>
          )}
        </Loaded>
      </PageSection>
    </ConsolePage>
  );
}
