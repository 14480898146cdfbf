import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import { useState } from "react";
import { ConsolePage } from "../parts/ConsolePage";
import { HelpLink } from "../parts/HelpLink";
import { AddByFile } from "./AddByFile";
import { AddOne } from "./AddOne";

/** Makes Macs known before they enroll, so that each has its team and a link for its user. */
export default function AddMacsPage() {
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
        </Tabs>
      </PageSection>
    </ConsolePage>
  );
}
