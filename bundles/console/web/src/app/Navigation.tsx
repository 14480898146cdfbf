import { Nav, NavExpandable, NavItem, NavList, PageSidebar, PageSidebarBody } from "@patternfly/react-core";
import { Link, useLocation, useSearchParams } from "react-router";
import { $api } from "../api/client";
import type { Area } from "./area";
import { areas } from "./areas";
import { useSession } from "./Session";
import { TEAM_PARAMETER } from "./Team";

const GROUPS = ["Controls", "Settings"] as const;

/** What the person may see, in one order; the team that is chosen goes along. */
export function Navigation() {
  const { mayAnywhere } = useSession();
  const { data } = $api.useQuery("get", "/console/pages", {}, { refetchInterval: 30_000 });
  const seen = areas
    .filter((area) => area.nav !== undefined && mayAnywhere(area.permission))
    .sort((a, b) => a.nav!.order - b.nav!.order);
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label="Pages">
          <NavList>
            {seen
              .filter((area) => area.nav!.group === undefined)
              .map((area) => (
                <Entry key={area.path} path={area.path} label={area.nav!.label} />
              ))}
            {(data?.pages ?? []).map((page) => (
              <Entry key={page.id} path={`added/${page.id}`} label={page.label ?? ""} />
            ))}
            {GROUPS.map((group) => (
              <Group key={group} label={group} pages={seen.filter((a) => a.nav!.group === group)} />
            ))}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
}

function Group({ label, pages }: { label: string; pages: Area[] }) {
  const { pathname } = useLocation();
  if (pages.length === 0) {
    return null;
  }
  const active = pages.some((page) => pathname.startsWith(`/${page.path}`));
  return (
    <NavExpandable title={label} isExpanded isActive={active}>
      {pages.map((page) => (
        <Entry key={page.path} path={page.path} label={page.nav!.label} />
      ))}
    </NavExpandable>
  );
}

function Entry({ path, label }: { path: string; label: string }) {
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const team = parameters.get(TEAM_PARAMETER);
  const active = pathname === `/${path}` || pathname.startsWith(`/${path}/`);
  const to = team === null ? `/${path}` : `/${path}?${TEAM_PARAMETER}=${team}`;
  return (
    <NavItem isActive={active} itemId={path}>
      <Link to={to} aria-current={active ? "page" : undefined}>
        {label}
      </Link>
    </NavItem>
  );
}
