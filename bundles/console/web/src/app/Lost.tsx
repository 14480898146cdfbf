import { EmptyState, EmptyStateBody } from "@patternfly/react-core";
import { TeamLink } from "./TeamLink";

/** For an address where there is nothing, and for a page that broke. */
export function Lost() {
  return (
    <EmptyState titleText="There is no such page" headingLevel="h1">
      <EmptyStateBody>
        The address is wrong, the page is gone, or your role does not allow it.{" "}
        <TeamLink to="/">Go to the first page</TeamLink>
      </EmptyStateBody>
    </EmptyState>
  );
}
