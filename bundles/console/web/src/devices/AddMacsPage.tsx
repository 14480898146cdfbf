import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import { useState } from "react";
import { useSession } from "../app/Session";
import { ConsolePage } from "../parts/ConsolePage";
import { HelpLink } from "../parts/HelpLink";
import { AddByFile } from "./AddByFile";
import { AddOne } from "./AddOne";
import { UnknownMac } from "./UnknownMac";

/** Makes Macs known before they enroll, so that each has its team and a link for its user. */
export default function AddMacsPage() {
  const { may } = useSession();
  const [tab, setTab] = useState("one");
  return (
    <ConsolePage
      title="Add Macs"
      text="A Mac that is added is off until its user turns on MDM. It comes into the team that you choose here. Macs that Apple Business Manager assigns come by themselves."
      actions={<HelpLink page="my-device" />}
    >
      <PageSection>
        <Tabs activeKey={tab} onSelect={(_event, key) => setTab(String(key))} aria-label="How to add Macs">
          <Tab eventKey="one" title={<TabTitleText>One Mac</TabTitleText>}>
            <AddOne />
          </Tab>
          <Tab eventKey="file" title={<TabTitleText>CSV file</TabTitleText>}>
            <AddByFile />
          </Tab>
          {may("ENROLL_HOSTS", null) && (
            <Tab eventKey="unknown" title={<TabTitleText>Unknown serial number</TabTitleText>}>
              <UnknownMac />
            </Tab>
          )}
        </Tabs>
      </PageSection>
    </ConsolePage>
  );
}
