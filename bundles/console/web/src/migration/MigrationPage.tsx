import {
  Button,
  Drawer,
  DrawerContent,
  DrawerContentBody,
  EmptyState,
  EmptyStateBody,
  PageSection,
  Pagination,
  SearchInput,
  Stack,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { $api, request } from "../api/client";
import { allowedIn, useSession } from "../app/Session";
import { useTeam } from "../app/Team";
import { Choice } from "../parts/Choice";
import { ConsolePage } from "../parts/ConsolePage";
import { download } from "../parts/download";
import { HelpLink } from "../parts/HelpLink";
import { Loaded } from "../parts/Loaded";
import { useNotices } from "../parts/Notices";
import { useParameters } from "../parts/useParameters";
import { Board } from "./Board";
import { Counts } from "./Counts";
import { EmptyBoard } from "./EmptyBoard";
import { ImportMacs } from "./ImportMacs";
import { MacDrawer } from "./MacDrawer";
import { ArchiveMany, MarkMany } from "./MarkMany";
import { isState, isStep, STATES } from "./steps";

const PER_PAGE = 50;

const WHICH = [
  { value: "", label: "On the board" },
  { value: "left", label: "Not done" },
  { value: "done", label: "Done" },
  { value: "archived", label: "Archived" },
] as const;

const STATE_CHOICES = [
  { value: "", label: "Left to do" },
  ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
];

/** The Macs that come from another MDM, and how far each is. */
export default function MigrationPage() {
  const session = useSession();
  const team = useTeam();
  const { complain } = useNotices();
  const [filter, change] = useParameters();
  const [chosen, setChosen] = useState(new Set<number>());
  const [open, setOpen] = useState<"import" | "mark" | "archive">();
  const page = Math.max(0, Number(filter("page")) || 0);
  const step = filter("step");
  const stateOfStep = filter("state");
  const which = filter("which");
  const shown = Number(filter("mac")) || undefined;
  const wanted = {
    team_id: team,
    query: filter("query") === "" ? undefined : filter("query"),
    step: isStep(step) ? step : undefined,
    state: isStep(step) && isState(stateOfStep) ? stateOfStep : undefined,
    done: which === "done" ? true : which === "left" ? false : undefined,
    archived: which === "archived" ? true : undefined,
  };
  const query = $api.useQuery(
    "get",
    "/migration",
    { params: { query: { ...wanted, page, per_page: PER_PAGE } } },
    { placeholderData: keepPreviousData },
  );
  const { data: teams } = $api.useQuery("get", "/teams", {}, { enabled: team !== undefined && team !== 0 });
  const teamName = teams?.teams.find((some) => some.id === team)?.name;
  const mayImport = allowedIn(session, "EDIT_HOSTS", team ?? 0);
  const mayMark = session.mayAnywhere("EDIT_HOSTS");
  const hosts = [...chosen];
  const save = async () => {
    const parameters = new URLSearchParams();
    Object.entries(wanted).forEach(([name, value]) => {
      if (value !== undefined) {
        parameters.set(name, String(value));
      }
    });
    try {
      download("migration.csv", await (await request(`migration/export?${parameters}`)).blob());
    } catch (error) {
      complain("The board could not be exported", error);
    }
  };
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
            shown === undefined ? (
              <></>
            ) : (
              <MacDrawer key={shown} host={shown} onClose={() => change({ mac: "", page: filter("page") })} />
            )
          }
        >
          <DrawerContentBody>
            <PageSection>
              {whyNot}
              <Loaded query={query}>
                {({ macs, count, counts }) =>
                  counts.total === 0 && which !== "archived" ? (
                    <EmptyBoard
                      actions={
                        <>
                          {importing}{" "}
                          <Button variant="link" onClick={() => change({ which: "archived" })}>
                            Show archived Macs
                          </Button>
                        </>
                      }
                    />
                  ) : (
                    <Stack hasGutter>
                      <Counts counts={counts} chosen={step} choose={(name) => change({ step: name, state: "" })} />
                      <Toolbar aria-label="Filters">
                        <ToolbarContent>
                          <ToolbarItem>
                            <SearchInput
                              aria-label="Name, serial number or UDID"
                              placeholder="Name or serial number"
                              value={filter("query")}
                              onChange={(_event, text) => change({ query: text })}
                              onClear={() => change({ query: "" })}
                            />
                          </ToolbarItem>
                          <ToolbarItem>
                            <Choice
                              label="Which Macs"
                              value={which}
                              options={[...WHICH]}
                              onChoose={(value) => change({ which: value })}
                            />
                          </ToolbarItem>
                          {isStep(step) && (
                            <ToolbarItem>
                              <Choice
                                label="State of the step"
                                value={stateOfStep}
                                options={STATE_CHOICES}
                                onChoose={(value) => change({ state: value })}
                              />
                            </ToolbarItem>
                          )}
                          {mayMark && (
                            <>
                              <ToolbarItem>
                                <Button
                                  variant="secondary"
                                  isDisabled={hosts.length === 0}
                                  onClick={() => setOpen("mark")}
                                >
                                  Mark {hosts.length > 0 && hosts.length}
                                </Button>
                              </ToolbarItem>
                              <ToolbarItem>
                                <Button
                                  variant="secondary"
                                  isDisabled={hosts.length === 0}
                                  onClick={() => setOpen("archive")}
                                >
                                  Archive
                                </Button>
                              </ToolbarItem>
                            </>
                          )}
                          <ToolbarItem>
                            <Button variant="secondary" onClick={() => void save()}>
                              Export CSV
                            </Button>
                          </ToolbarItem>
                          <ToolbarItem variant="pagination" align={{ default: "alignEnd" }}>
                            <Pagination
                              titles={{ paginationAriaLabel: "Pages of Macs" }}
                              isCompact
                              itemCount={count}
                              page={page + 1}
                              perPage={PER_PAGE}
                              perPageOptions={[]}
                              onSetPage={(_event, next) => change({ page: next > 1 ? String(next - 1) : "" })}
                            />
                          </ToolbarItem>
                        </ToolbarContent>
                      </Toolbar>
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
      {open === "import" && (
        <ImportMacs
          team={team ?? 0}
          teamName={teamName === undefined ? "no team" : `the team ${teamName}`}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === "mark" && (
        <MarkMany hosts={hosts} onClose={() => setOpen(undefined)} onDone={() => setChosen(new Set())} />
      )}
      {open === "archive" && (
        <ArchiveMany hosts={hosts} onClose={() => setOpen(undefined)} onDone={() => setChosen(new Set())} />
      )}
    </ConsolePage>
  );
}
