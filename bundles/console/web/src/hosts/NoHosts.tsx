import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from "@patternfly/react-core";
import { Link } from "react-router";
import { useSession } from "../app/Session";

/** What to do where there is no Mac to show. */
export function NoHosts({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { mayAnywhere } = useSession();
  if (narrowed) {
    return (
      <EmptyState titleText="No Mac matches" headingLevel="h2">
        <EmptyStateBody>Search for something else, or take filters away.</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="link" onClick={onClear}>
              Clear search and filters
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    );
  }
  return (
    <EmptyState titleText="There are no Macs here yet" headingLevel="h2">
      <EmptyStateBody>Connect to Apple first. Then Macs of Apple Business Manager appear by themselves, and others enroll by a link or a profile.</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {mayAnywhere("EDIT_APNS") && <Link to="/settings/mdm">Connect to Apple</Link>}
          {mayAnywhere("ENROLL_HOSTS") && <Link to="/devices/add">Add Macs</Link>}
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
