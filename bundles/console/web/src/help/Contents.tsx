import { Nav, NavGroup, NavItem, NavList } from "@patternfly/react-core";
import { TeamLink } from "../app/TeamLink";
import { contents, INDEX, titleOf } from "./guide";

/** All pages of the guide, beside the one that is read. */
export function Contents({ page }: { page: string }) {
  return (
    <Nav aria-label="Pages of the guide">
      <NavList>
        <Entry page={INDEX} to="/help" active={page === INDEX} />
      </NavList>
      {contents().map((group) => (
        <NavGroup key={group.name} title={group.name}>
          {group.pages.map((some) => (
            <Entry key={some} page={some} to={`/help/${some}`} active={page === some} />
          ))}
        </NavGroup>
      ))}
    </Nav>
  );
}

function Entry({ page, to, active }: { page: string; to: string; active: boolean }) {
  return (
    <NavItem isActive={active} itemId={page}>
      <TeamLink to={to} aria-current={active ? "page" : undefined}>
        {titleOf(page)}
      </TeamLink>
    </NavItem>
  );
}
