import { Content, EmptyState, EmptyStateBody, EmptyStateFooter, List, ListComponent, ListItem, OrderType } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { TeamLink } from "../app/TeamLink";
import { HelpLink } from "../parts/HelpLink";

/** What a migration is made of, in its order, for who has put no Mac on the board yet. */
export function EmptyBoard({ actions }: { actions: ReactNode }) {
  return (
    <EmptyState titleText="No Mac is on the board" headingLevel="h2">
      <EmptyStateBody>
        Put the Macs here that come from another MDM, and see how far each is. Go about it in this order:
      </EmptyStateBody>
      <EmptyStateFooter>
        <Content className="console-left">
          <List component={ListComponent.ol} type={OrderType.number}>
            <ListItem>Let Pomona be reached by all Macs, with a certificate that they trust.</ListItem>
            <ListItem>
              <TeamLink to="/settings/integrations/mdm">Connect Apple</TeamLink>: the push certificate, and Apple Business Manager.
            </ListItem>
            <ListItem>Add the Macs: a list with serial numbers and the name of the old MDM.</ListItem>
            <ListItem>
              <TeamLink to="/controls/profiles">Import the profiles</TeamLink> of the old MDM, and turn{" "}
              <TeamLink to="/controls/disk-encryption">disk encryption</TeamLink> on.
            </ListItem>
            <ListItem>Assign Macs of Apple Business Manager to this server.</ListItem>
            <ListItem>Tell the users, and un-enroll their Macs in the old MDM.</ListItem>
            <ListItem>The users turn MDM on.</ListItem>
            <ListItem>Who had an encrypted disk resets the recovery key, so that it is kept here.</ListItem>
          </List>
          <p>
            <HelpLink page="migrate">How to move Macs from another MDM</HelpLink>
          </p>
        </Content>
        {actions}
      </EmptyStateFooter>
    </EmptyState>
  );
}
