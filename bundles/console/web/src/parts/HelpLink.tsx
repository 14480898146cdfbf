import { Button } from "@patternfly/react-core";
import { Link } from "react-router";

/** To the page of the admin guide about this: the name of a file in docs/admin without its ending. */
export function HelpLink({ page, children = "Help" }: { page: string; children?: string }) {
  return (
    <Button variant="link" isInline component={(props) => <Link {...props} to={`/help/${page}`} />}>
      {children}
    </Button>
  );
}
