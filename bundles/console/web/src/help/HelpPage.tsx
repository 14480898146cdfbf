import {
  EmptyState,
  EmptyStateBody,
  PageSection,
  Sidebar,
  SidebarContent,
  SidebarPanel,
} from "@patternfly/react-core";
import { useEffect } from "react";
import { Link, useLocation, useParams } from "react-router";
import { ConsolePage } from "../parts/ConsolePage";
import { Contents } from "./Contents";
import { Guide } from "./Guide";
import { guide, INDEX, parts } from "./guide";

/** A page of the admin guide, beside the list of all. */
export default function HelpPage() {
  const { page = INDEX } = useParams();
  const { hash } = useLocation();
  const text = guide.get(page);
  useEffect(() => {
    if (hash !== "") {
      document.getElementById(hash.slice(1))?.scrollIntoView();
    }
  }, [page, hash]);
  if (text === undefined) {
    return (
      <ConsolePage title="Help">
        <PageSection>
          <EmptyState titleText="There is no such page of the guide" headingLevel="h2">
            <EmptyStateBody>
              <Link to="/help">All pages of the guide</Link>
            </EmptyStateBody>
          </EmptyState>
        </PageSection>
      </ConsolePage>
    );
  }
  const { title, body } = parts(text);
  return (
    <ConsolePage title={title}>
      <PageSection>
        <Sidebar hasGutter isPanelRight>
          <SidebarContent>
            <Guide text={body} />
          </SidebarContent>
          <SidebarPanel width={{ default: "width_100", lg: "width_25" }}>
            <Contents page={page} />
          </SidebarPanel>
        </Sidebar>
      </PageSection>
    </ConsolePage>
  );
}
