import { Button, EmptyState, EmptyStateBody, Pagination, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useState } from "react";
import { $api, api } from "../../api/client";
import { allowedIn, useSession } from "../../app/Session";
import { ALL_TEAMS, useTeam } from "../../app/Team";
import { Choice } from "../../parts/Choice";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";
import { AssignAllFailed } from "./AssignAllFailed";
import { AssignmentTable } from "./AssignmentTable";
import { countOf, type Filter, filters } from "./statuses";

/** Each Mac of Apple Business Manager with what Apple said to its assignment. */
export function Board() {
  const session = useSession();
  const team = useTeam();
  const { say, complain } = useNotices();
  const changed = useChanged();
  const [filter, setFilter] = useState<Filter>("all");
  const [page, setPage] = useState(0);
  const [perPage, setPerPage] = useState(50);
  const [asking, setAsking] = useState(false);
  const query = $api.useQuery("get", "/mdm/apple/dep/assignments", {
    params: {
      query: {
        status: filter === "all" ? undefined : filter,
        team_id: team === ALL_TEAMS ? undefined : String(team),
        page,
        per_page: perPage,
      },
    },
  });
  const again = async (host: number, name: string) => {
    try {
      await api.POST("/mdm/apple/dep/assignments/assign", { body: { hosts: [host] } });
      say("Apple assigns the profile once more", name);
      await changed();
    } catch (failure) {
      complain("It was not assigned again", failure);
    }
  };
  return (
    <Loaded query={query}>
      {({ assignments, counts }) => {
        const total = countOf(filter, counts);
        const inTrouble = countOf("trouble", counts);
        return (
          <>
            <Toolbar aria-label="What is shown">
              <ToolbarContent>
                <ToolbarItem>
                  <Choice
                    label="Status"
                    value={filter}
                    options={filters(counts)}
                    onChoose={(chosen) => {
                      setFilter(chosen);
                      setPage(0);
                    }}
                  />
                </ToolbarItem>
                {allowedIn(session, "EDIT_HOSTS", team) && (
                  <ToolbarItem>
                    <Button variant="secondary" isDisabled={inTrouble === 0} onClick={() => setAsking(true)}>
                      Assign all in trouble again
                    </Button>
                  </ToolbarItem>
                )}
                <ToolbarItem align={{ default: "alignEnd" }}>
                  <Pagination
                    itemCount={total}
                    page={page + 1}
                    perPage={perPage}
                    onSetPage={(_event, next) => setPage(next - 1)}
                    onPerPageSelect={(_event, many) => {
                      setPerPage(many);
                      setPage(0);
                    }}
                    isCompact
                    titles={{ paginationAriaLabel: "Pages of assignments" }}
                  />
                </ToolbarItem>
              </ToolbarContent>
            </Toolbar>
            {assignments.length === 0 ? (
              <EmptyState headingLevel="h2" titleText="No Mac here" variant="sm">
                <EmptyStateBody>
                  {filter === "all"
                    ? "Apple Business Manager assigns no Mac of this team to this server."
                    : "No Mac has this status. Choose All to see the others."}
                </EmptyStateBody>
              </EmptyState>
            ) : (
              <AssignmentTable assignments={assignments} onAgain={again} />
            )}
            {asking && <AssignAllFailed count={inTrouble} team={team} onClose={() => setAsking(false)} />}
          </>
        );
      }}
    </Loaded>
  );
}
