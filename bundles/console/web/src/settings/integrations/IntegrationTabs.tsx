import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import type { MouseEvent } from "react";
import { useHref, useLocation, useNavigate, useSearchParams } from "react-router";
import { useSession } from "../../app/Session";
import { TEAM_PARAMETER } from "../../app/Team";
import { seen, within } from "./tree";

/** Of the element below the tabs that they change. */
export const PAGE_ID = "integration-page";

/** Leads from one integration to the others, and through the pages of one. */
export function IntegrationTabs() {
  const { mayAnywhere } = useSession();
  const { pathname } = useLocation();
  const all = seen(mayAnywhere);
  const active = within(pathname, all);
  const places = active?.places ?? [];
  return (
    <PageSection type="tabs">
      <Links
        label="Integrations"
        active={active?.path}
        tabs={all.map((one) => ({ key: one.path, to: one.places[0]?.path ?? one.path, label: one.label }))}
      />
      {places.length > 1 && (
        <Links
          label={`Pages of ${active?.label}`}
          active={within(pathname, places)?.path}
          tabs={places.map((place) => ({ key: place.path, to: place.path, label: place.label }))}
          isSubtab
        />
      )}
    </PageSection>
  );
}

/** Links that look like tabs, so that each has its address; the team that is chosen goes along. */
function Links({
  label,
  active,
  tabs,
  isSubtab = false,
}: {
  label: string;
  active: string | undefined;
  tabs: { key: string; to: string; label: string }[];
  isSubtab?: boolean;
}) {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const home = useHref("/").replace(/\/$/, "");
  const team = parameters.get(TEAM_PARAMETER);
  const address = (to: string) => (team === null ? `/${to}` : `/${to}?${TEAM_PARAMETER}=${team}`);
  const go = (event: MouseEvent<HTMLElement>, to: string) => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      void navigate(address(to));
    }
  };
  return (
    <Tabs activeKey={active} component="nav" aria-label={label} isSubtab={isSubtab} usePageInsets>
      {tabs.map((tab) => (
        <Tab
          key={tab.key}
          eventKey={tab.key}
          tabContentId={PAGE_ID}
          href={home + address(tab.to)}
          aria-current={tab.key === active ? "page" : undefined}
          onClick={(event: MouseEvent<HTMLElement>) => go(event, tab.to)}
          title={<TabTitleText>{tab.label}</TabTitleText>}
        />
      ))}
    </Tabs>
  );
}
