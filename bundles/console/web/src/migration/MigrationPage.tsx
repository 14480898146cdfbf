import { Button, Drawer, DrawerContent, DrawerContentBody, EmptyState, EmptyStateBody, PageSection, Stack } from "@patternfly/react-core";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { $api } from "../api/client";
import { allowedIn, useSession } from "../app/Session";
import { useTeam } from "../app/Team";
import { DownloadLinks } from "../devices/DownloadLinks";
import { ConsolePage } from "../parts/ConsolePage";
import { HelpLink } from "../parts/HelpLink";
import { Loaded } from "../parts/Loaded";
import { useParameters } from "../parts/useParameters";
import { Board } from "./Board";
import { BoardToolbar } from "./BoardToolbar";
import { Counts } from "./Counts";
import { EmptyBoard } from "./EmptyBoard";
import { PER_PAGE, pageOf, wanted } from "./filters";
import { ImportMacs } from "./ImportMacs";
import { MacDrawer } from "./MacDrawer";
import { ArchiveMany, MarkMany } from "./MarkMany";

/** The Macs that come from another MDM, and how far each is. */
export default function MigrationPage() {
  const session = useSession();
  const team = useTeam();
  const [filter, change] = useParameters();
  const [chosen, setChosen] = useState(new Set<number>());
  const [open, setOpen] = useState<"import" | "mark" | "archive" | "links">();
  const query = $api.useQuery(
    "get",
    "/migration",
    { params: { query: { ...wanted(filter, team), page: pageOf(filter), per_page: PER_PAGE } } },
    { placeholderData: keepPreviousData },
  );
  const shown = Number(filter("mac")) || undefined;
  const mayMark = session.mayAnywhere("EDIT_HOSTS");
  const mayImport = allowedIn(session, "EDIT_HOSTS", team ?? 0);
  const hosts = [...chosen];
  const close = () => setOpen(undefined);
  const importing = (
    <Button
      onClick={() => setOpen("import")}
      isDisabled={!mayImport}
      aria-describedby={mayImport ? undefined : "import-why"}
    >
      Import Macs
    </Button>
  );
  const whyNot = mayMark && !mayImport && (
    <span id="import-why">To import Macs, choose at the top a team in which you may add them.</span>
  );
  const archived = (
    <Button variant="link" onClick={() => change({ which: "archived" })}>
      Show archived Macs
    </Button>
  );
  return (
    <ConsolePage
      title="Migration"
      text={
        <>
          Macs that come from another MDM, and what is next for each. <HelpLink page="migrate" />
        </>
      }
      actions={importing}
    >
      <Drawer isExpanded={shown !== undefined} isInline>
        <DrawerContent
          panelContent={
            shown === undefined ? <></> : <MacDrawer key={shown} host={shown} onClose={() => change({ mac: "", page: filter("page") })} />
          }
        >
          <DrawerContentBody>
            <PageSection>
              {whyNot}
              <Loaded query={query}>
                {({ macs, count, counts }) =>
                  counts.total === 0 && filter("which") !== "archived" ? (
                    <EmptyBoard actions={<>{importing} {archived}</>} />
                  ) : (
                    <Stack hasGutter>
                      <Counts counts={counts} chosen={filter("step")} choose={(name) => change({ step: name, state: "" })} />
                      <BoardToolbar
                        filter={filter}
                        change={change}
                        count={count}
                        chosen={chosen.size}
                        onMark={() => setOpen("mark")}
                        onArchive={() => setOpen("archive")}
                        onLinks={() => setOpen("links")}
                        mayMark={mayMark}
                      />
                      {macs.length === 0 ? (
                        <EmptyState titleText="No Mac is like this" headingLevel="h2">
                          <EmptyStateBody>Take a filter off to see more of them.</EmptyStateBody>
                        </EmptyState>
                      ) : (
                        <Board
                          macs={macs}
                          chosen={chosen}
                          choose={setChosen}
                          show={(host) => change({ mac: String(host), page: filter("page") })}
                          selectable={mayMark}
                        />
                      )}
                    </Stack>
                  )
                }
              </Loaded>
            </PageSection>
          </DrawerContentBody>
        </DrawerContent>
      </Drawer>
      {open === "import" && <ImportMacs team={team ?? 0} onClose={close} />}
      {open === "mark" && <MarkMany hosts={hosts} onClose={close} onDone={() => setChosen(new Set())} />}
      {open === "archive" && <ArchiveMany hosts={hosts} onClose={close} onDone={() => setChosen(new Set())} />}
      {open === "links" && <DownloadLinks hosts={hosts} onClose={close} />}
    </ConsolePage>
  );
}
