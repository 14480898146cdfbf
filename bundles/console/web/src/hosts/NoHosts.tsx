import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { $api } from "../api/client";
import { useSession } from "../app/Session";
import { TeamLink } from "../app/TeamLink";

/** What to do where there is no Mac to show. */
export function NoHosts({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { mayAnywhere } = useSession();
  if (narrowed) {
    return (
      <Empty title="No Mac matches" text="Search for something else, or take filters away.">
        <Button variant="link" onClick={onClear}>
          Clear search and filters
        </Button>
      </Empty>
    );
  }
  return mayAnywhere("VIEW_CONFIG") ? <NoneYet /> : <NoneHere />;
}

/** Of who may know whether MDM is on. */
function NoneYet() {
  const { mayAnywhere } = useSession();
  const { data } = $api.useQuery("get", "/config", {});
  if (data?.mdm?.enabled_and_configured !== false) {
    return <NoneHere />;
  }
  return (
    <Empty title="MDM is off" text="Macs can enroll once Pomona is connected to Apple by a push certificate.">
      {mayAnywhere("EDIT_APNS") ? <TeamLink to="/settings/integrations/mdm">Connect to Apple</TeamLink> : "An admin of the organization can do this."}
    </Empty>
  );
}

function NoneHere() {
  const { mayAnywhere } = useSession();
  return (
    <Empty
      title="There are no Macs here yet"
      text="Macs of Apple Business Manager appear by themselves. Others enroll by a link or a profile."
    >
      {mayAnywhere("EDIT_HOSTS") && (
        <TeamLink to="/devices/add">Add Macs</TeamLink>
      )}
      {mayAnywhere("VIEW_ABM") && <TeamLink to="/settings/integrations/mdm/abm">Apple Business Manager</TeamLink>}
    </Empty>
  );
}

function Empty({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <EmptyState titleText={title} headingLevel="h2">
      <EmptyStateBody>{text}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>{children}</EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
