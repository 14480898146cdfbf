import { Page, SkipToContent } from "@patternfly/react-core";
import { Suspense } from "react";
import { Outlet } from "react-router";
import { Entrance } from "../login/Entrance";
import { Banners } from "./Banners";
import { Header } from "./Header";
import { Navigation } from "./Navigation";
import { Session } from "./Session";
import { Unreached } from "./Unreached";

const MAIN = "main";

/** Header and navigation around a page; whoever is not logged in sees the entrance instead. */
export function Layout() {
  return (
    <Session otherwise={<Entrance />}>
      <Page
        masthead={<Header />}
        sidebar={<Navigation />}
        isManagedSidebar
        mainContainerId={MAIN}
        skipToContent={<SkipToContent href={`#${MAIN}`}>Skip to content</SkipToContent>}
      >
        <Unreached />
        <Banners />
        <Suspense>
          <Outlet />
        </Suspense>
      </Page>
    </Session>
  );
}
