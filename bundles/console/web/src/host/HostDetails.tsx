import { PageSection } from "@patternfly/react-core";
import { useSession } from "../app/Session";
import { ConsolePage } from "../parts/ConsolePage";
import { ActionsMenu } from "./actions/ActionsMenu";
import { Facts } from "./Facts";
import { type Host, nameOf } from "./Host";
import { ActivitySection } from "./sections/ActivitySection";
import { CommandsSection } from "./sections/CommandsSection";
import { DeclarationsSection } from "./sections/DeclarationsSection";
import { EncryptionSection } from "./sections/EncryptionSection";
import { LocksSection } from "./sections/LocksSection";
import { Overview } from "./sections/Overview";
import { ProfilesSection } from "./sections/ProfilesSection";
import { UpdatesSection } from "./sections/UpdatesSection";
import { SECTIONS, type SectionName, useSection } from "./SectionName";
import { SectionTabs } from "./SectionTabs";

/** A Mac that is here. */
export function HostDetails({ host }: { host: Host }) {
  const { may } = useSession();
  const allowed = SECTIONS.filter((section) => may(section.permission, host.team_id));
  const wanted = useSection();
  const section = allowed.find((some) => some.name === wanted) ?? SECTIONS[0];
  return (
    <ConsolePage title={nameOf(host)} text={<Facts host={host} />} actions={<ActionsMenu host={host} />}>
      <PageSection type="tabs">
        <SectionTabs sections={allowed} active={section.name} />
      </PageSection>
      <PageSection aria-label={section.label}>{contentOf(section.name, host)}</PageSection>
    </ConsolePage>
  );
}

function contentOf(section: SectionName, host: Host) {
  switch (section) {
    case "overview":
      return <Overview host={host} />;
    case "profiles":
      return <ProfilesSection host={host} />;
    case "encryption":
      return <EncryptionSection host={host} />;
    case "updates":
      return <UpdatesSection host={host} />;
    case "declarations":
      return <DeclarationsSection host={host} />;
    case "locks":
      return <LocksSection host={host} />;
    case "commands":
      return <CommandsSection host={host} />;
    case "activity":
      return <ActivitySection host={host} />;
  }
}
