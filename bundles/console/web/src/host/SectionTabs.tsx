import { Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import type { MouseEvent } from "react";
import { useHref, useNavigate, useSearchParams } from "react-router";
import { SECTIONS, sectionAddress, type SectionName } from "./SectionName";

type Section = (typeof SECTIONS)[number];

/** The sections as links, so that each has its address and opens in another tab of the browser. */
export function SectionTabs({ sections, active }: { sections: readonly Section[]; active: SectionName }) {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const base = useHref("");
  const go = (event: MouseEvent<HTMLElement>, name: SectionName) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    void navigate(sectionAddress(parameters, name));
  };
  return (
    <Tabs activeKey={active} component="nav" aria-label="Sections of this Mac" usePageInsets>
      {sections.map((section) => (
        <Tab
          key={section.name}
          eventKey={section.name}
          href={base.split("?")[0] + sectionAddress(parameters, section.name)}
          aria-current={section.name === active ? "page" : undefined}
          onClick={(event: MouseEvent<HTMLElement>) => go(event, section.name)}
          title={<TabTitleText>{section.label}</TabTitleText>}
        />
      ))}
    </Tabs>
  );
}
