import { PageSection } from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import { useParams } from "react-router";
import { $api, request } from "../api/client";
import { useTeam } from "../app/Team";
import { useTheme } from "../app/Theme";
import { ConsolePage } from "../parts/ConsolePage";
import { Loaded } from "../parts/Loaded";
import { reason } from "../parts/Notices";

/** What the module of an added page exports. */
interface PageModule {
  mount: (
    element: HTMLElement,
    context: { request: typeof request; team: number | undefined; dark: boolean },
  ) => void | (() => void);
}

/** A page of another bundle. */
export function AddedPage() {
  const { id } = useParams();
  const query = $api.useQuery("get", "/console/pages", {}, { refetchInterval: 30_000 });
  return (
    <Loaded query={query}>
      {(data) => {
        const page = (data.pages ?? []).find((some) => some.id === id);
        return (
          <ConsolePage title={page?.label ?? "There is no such page"}>
            <PageSection>
              {page?.module === undefined ? "Its bundle has stopped, or your role does not allow it." : <Mounted key={page.id} module={page.module} />}
            </PageSection>
          </ConsolePage>
        );
      }}
    </Loaded>
  );
}

function Mounted({ module }: { module: string }) {
  const element = useRef<HTMLDivElement>(null);
  const team = useTeam();
  const { dark } = useTheme();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let gone = false;
    let unmount: void | (() => void);
    void import(/* @vite-ignore */ module)
      .then((loaded: PageModule) => {
        if (!gone && element.current !== null) {
          element.current.replaceChildren();
          unmount = loaded.mount(element.current, { request, team, dark });
        }
      })
      .catch((error: unknown) => setFailure(reason(error)));
    return () => {
      gone = true;
      unmount?.();
    };
  }, [module, team, dark]);
  return <div ref={element}>{failure}</div>;
}
