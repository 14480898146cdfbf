import { Alert, Button, Flex, FlexItem, PageSection, Pagination, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { keepPreviousData } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { $api, request } from "../api/client";
import { useSession } from "../app/Session";
import { TEAM_PARAMETER } from "../app/Team";
import { ConsolePage } from "../parts/ConsolePage";
import { download } from "../parts/download";
import { HelpLink } from "../parts/HelpLink";
import { Loaded } from "../parts/Loaded";
import { macs } from "../parts/macs";
import { useNotices } from "../parts/Notices";
import { ColumnChoice } from "./ColumnChoice";
import { found } from "./found";
import { HostCounts } from "./HostCounts";
import { ChosenFilters, HostFilters } from "./HostFilters";
import { HostTable } from "./HostTable";
import { NoHosts } from "./NoHosts";
import { changed, FILTER_NAMES, narrowed, PAGE_SIZES, searchOf, wanted } from "./search";
import { SearchText } from "./SearchText";
import { TransferHosts } from "./TransferHosts";
import { useColumns } from "./useColumns";

type Whose = "none" | "selected" | "matching";

/** All Macs that the person may see. */
export default function HostsPage() {
  const { mayAnywhere } = useSession();
  const { complain } = useNotices();
  const [parameters, setParameters] = useSearchParams();
  const [columns, toggleColumn] = useColumns();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [transferring, setTransferring] = useState<Whose>("none");
  const search = searchOf(parameters);
  const filter = wanted(search);

  const hosts = $api.useQuery(
    "get",
    "/hosts",
    {
      params: {
        query: {
          ...filter,
          page: search.page,
          per_page: search.perPage,
          order_key: search.orderKey,
          order_direction: search.descending ? "desc" : "asc",
        } as never,
      },
    },
    { placeholderData: keepPreviousData },
  );
  const { data: counted } = $api.useQuery(
    "get",
    "/hosts/count",
    { params: { query: filter as never } },
    { placeholderData: keepPreviousData },
  );
  const count = counted?.count ?? 0;

  const change = useCallback(
    (changes: Record<string, string | undefined>) => {
      setSelected(new Set());
      setParameters((before) => changed(before, changes));
    },
    [setParameters],
  );
  const searchFor = useCallback((text: string) => change({ query: text }), [change]);
  const clear = () => change(Object.fromEntries(["query", ...FILTER_NAMES].map((name) => [name, undefined])));
  const select = (ids: number[], isSelected: boolean) =>
    setSelected((before) => {
      const next = new Set(before);
      ids.forEach((id) => (isSelected ? next.add(id) : next.delete(id)));
      return next;
    });
  const report = async () => {
    try {
      const answer = await request(`hosts/report?${new URLSearchParams(filter)}`);
      download("hosts.csv", await answer.blob(), "text/csv");
    } catch (error) {
      complain("The file could not be made", error);
    }
  };
  const team = parameters.get(TEAM_PARAMETER);
  const mayTransfer = mayAnywhere("TRANSFER_HOSTS");
  const paging = (
    <Pagination
      itemCount={count}
      page={search.page + 1}
      perPage={search.perPage}
      perPageOptions={PAGE_SIZES.map((size) => ({ title: String(size), value: size }))}
      onSetPage={(_event, page) => change({ page: String(page - 1) })}
      onPerPageSelect={(_event, size) => change({ per_page: String(size) })}
      isCompact
    />
  );

  return (
    <ConsolePage
      title="Hosts"
      actions={
        <Flex>
          <HelpLink page="enrollment" />
          {mayAnywhere("ENROLL_HOSTS") && (
            <Button variant="secondary" component={(props) => <Link {...props} to="/devices/add" />}>
              Add Macs
            </Button>
          )}
          <Button variant="secondary" onClick={() => void report()}>
            Download CSV
          </Button>
        </Flex>
      }
    >
      <PageSection>
        <HostCounts />
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchText value={search.query} onSearch={searchFor} />
            </ToolbarItem>
            <HostFilters search={search} onChange={change} />
            <ToolbarItem>
              <ColumnChoice shown={columns} onToggle={toggleColumn} />
            </ToolbarItem>
            <ToolbarItem align={{ default: "alignEnd" }}>{paging}</ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <ChosenFilters search={search} onChange={change} />
        {selected.size > 0 && (
          <Alert variant="info" isInline isPlain title={`${macs(selected.size)} selected`}>
            <Flex>
              <Button variant="primary" size="sm" onClick={() => setTransferring("selected")}>
                Transfer {macs(selected.size)}
              </Button>
              {count > selected.size && (
                <Button variant="secondary" size="sm" onClick={() => setTransferring("matching")}>
                  Transfer all {macs(count)} that match
                </Button>
              )}
              <FlexItem>
                <Button variant="link" isInline onClick={() => setSelected(new Set())}>
                  Select none
                </Button>
              </FlexItem>
            </Flex>
          </Alert>
        )}
        <Loaded query={hosts}>
          {(data) =>
            data.hosts.length === 0 ? (
              <NoHosts narrowed={narrowed(search)} onClear={clear} />
            ) : (
              <HostTable
                hosts={data.hosts}
                columns={columns}
                search={search}
                link={team === null ? "" : `?${TEAM_PARAMETER}=${team}`}
                selected={mayTransfer ? selected : undefined}
                onSelect={select}
                onSort={(orderKey, descending) =>
                  change({ order_key: orderKey, order_direction: descending ? "desc" : undefined })
                }
              />
            )
          }
        </Loaded>
      </PageSection>
      {transferring !== "none" && (
        <TransferHosts
          count={transferring === "selected" ? selected.size : count}
          find={async () => (transferring === "selected" ? [...selected] : found(search))}
          onDone={() => setSelected(new Set())}
          onClose={() => setTransferring("none")}
        />
      )}
    </ConsolePage>
  );
}
