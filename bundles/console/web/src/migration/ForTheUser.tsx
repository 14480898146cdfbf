import { ClipboardCopy, Content, Title } from "@patternfly/react-core";
import { $api } from "../api/client";
import type { Mac } from "./steps";
import { isAutomatic, userText } from "./userText";

/** What to send to the person at a Mac. */
export function ForTheUser({ mac }: { mac: Mac }) {
  const { data } = $api.useQuery("get", "/config", {}, { refetchInterval: false });
  const organization = data?.org_info?.org_name ?? "";
  const server = data?.server_settings?.server_url ?? window.location.origin;
  return (
    <div>
      <Title headingLevel="h3">For its user</Title>
      <Content component="p">
        {isAutomatic(mac)
          ? "For a Mac that enrolls automatically."
          : "For a Mac that enrolls by hand. Add the link of this Mac."}
      </Content>
      <ClipboardCopy
        isCode
        isReadOnly
        isExpanded
        variant="expansion"
        hoverTip="Copy"
        clickTip="Copied"
        textAriaLabel="Text for the user"
        toggleAriaLabel="Show the whole text"
      >
        {userText(mac, organization === "" ? "our organization" : organization, server)}
      </ClipboardCopy>
    </div>
  );
}
