import { EmptyState, EmptyStateBody } from "@patternfly/react-core";
import { Link } from "react-router";

/** For an address where there is nothing, and for a page that broke. */
export function Lost() {
  return (
    <EmptyState titleText="There is no such page" headingLevel="h1">
      <EmptyStateBody>
        The address is wrong, the page is gone, or your role does not allow it.{" "}
        <Link to="/">Go to the first page</Link>
      </EmptyStateBody>
    </EmptyState>
  );
}
