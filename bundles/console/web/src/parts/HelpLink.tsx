import { Button } from "@patternfly/react-core";
import { TeamLink } from "../app/TeamLink";

/** To the page of the admin guide about this: the name of a file in docs/admin without its ending. */
export function HelpLink({ page, children = "Help" }: { page: string; children?: string }) {
  return (
    <Button variant="link" isInline component={(props) => <TeamLink {...props} to={`/help/${page}`} />}>
      {children}
    </Button>
  );
}
