import { Button, EmptyState, EmptyStateBody, PageSection, Pagination } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { keepPreviousData } from "@tanstack/react-query";
import { $api, type Schema } from "../api/client";
import { useSession } from "../app/Session";
import { useTeam } from "../app/Team";
import { ConsolePage } from "../parts/ConsolePage";
import { HelpLink } from "../parts/HelpLink";
import { Loaded } from "../parts/Loaded";
import { ago, time } from "../parts/time";
import { useParameters } from "../parts/useParameters";
import { Chain } from "./Chain";
import { ChosenFilters } from "./ChosenFilters";
import type { Details } from "./details";
import { Export } from "./Export";
import { Filters } from "./Filters";
import { parameters } from "./query";
import { Told } from "./Told";

const PER_PAGE = 50;

/** Who did what, newest first. */
export default function ActivityPage() {
  const session = useSession();
  const [filter, change] = useParameters();
  const wanted = parameters(filter, useTeam());
  const page = Math.max(0, Number(filter("page")) || 0);
  const query = $api.useQuery(
    "get",
    "/activities",
    { params: { query: { ...wanted, page, per_page: PER_PAGE } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <ConsolePage
      title="Activity"
      text={
        <>
          Every change, and every view of a secret: when, who, what. <HelpLink page="activity" />
        </>
      }
      actions={<Export filter={wanted} />}
    >
      {session.mayAnywhere("VIEW_STATUS") && (
        <PageSection>
          <Chain />
        </PageSection>
      )}
      <PageSection>
        <Filters filter={filter} change={change} />
        <ChosenFilters filter={filter} change={change} rows={query.data?.activities ?? []} />
        <Loaded query={query}>
          {({ activities }) => (
            <>
              <Rows rows={activities} onActor={(actor) => change({ actor })} />
              <Pagination
                titles={{ paginationAriaLabel: "Pages of activities" }}
                page={page + 1}
                perPage={PER_PAGE}
                perPageOptions={[]}
                toggleTemplate={({ firstIndex, lastIndex }) => (
                  <>
                    {firstIndex} to {lastIndex}
                  </>
                )}
                itemsEnd={page * PER_PAGE + activities.length}
                itemCount={activities.length < PER_PAGE ? page * PER_PAGE + activities.length : undefined}
                onSetPage={(_event, next) => change({ page: next > 1 ? String(next - 1) : "" })}
                isCompact
              />
            </>
          )}
        </Loaded>
      </PageSection>
    </ConsolePage>
  );
}

function Rows({
  rows,
  onActor,
}: {
  rows: Schema<"Activity">[];
  onActor: (actor: string) => void;
}) {
  if (rows.length === 0) {
    return (
      <EmptyState titleText="Nothing happened here" headingLevel="h2">
        <EmptyStateBody>No activity fits these filters. Take one of them off, or choose another team.</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <Table aria-label="Activities" variant="compact">
      <Thead>
        <Tr>
          <Th width={20}>When</Th>
          <Th width={20}>Who</Th>
          <Th>What</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td dataLabel="When">
              <time dateTime={row.created_at} title={ago(row.created_at)}>
                {time(row.created_at)}
              </time>
            </Td>
            <Td dataLabel="Who" modifier="breakWord">
              <Actor row={row} onActor={onActor} />
            </Td>
            <Td dataLabel="What" modifier="breakWord">
              <Told type={row.type} details={row.details as Details} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Whose rows only are shown when one clicks. */
function Actor({ row, onActor }: { row: Schema<"Activity">; onActor: (actor: string) => void }) {
  const name = row.actor_full_name || row.actor_email || "Pomona";
  const key = row.actor_id === null || row.actor_id === undefined ? row.actor_email : String(row.actor_id);
  return key === "" ? (
    <bdi>{name}</bdi>
  ) : (
    <Button variant="link" isInline onClick={() => onActor(key)} aria-label={`Only what ${name} did`}>
      <bdi>{name}</bdi>
    </Button>
  );
}
