import { Button, Flex, PageSection, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useCallback } from "react";
import { Link, Navigate, useSearchParams } from "react-router";
import { useSession } from "../app/Session";
import { TEAM_PARAMETER } from "../app/Team";
import { ConsolePage } from "../parts/ConsolePage";
import { HelpLink } from "../parts/HelpLink";
import { Loaded } from "../parts/Loaded";
import { SearchText } from "../parts/SearchText";
import { ColumnChoice } from "./ColumnChoice";
import { HostCounts } from "./HostCounts";
import { ChosenFilters, HostFilters } from "./HostFilters";
import { HostPager } from "./HostPager";
import { HostsReport } from "./HostsReport";
import { HostTable } from "./HostTable";
import { NoHosts } from "./NoHosts";
import { changed, cleared, lastPage, narrowed, searchOf, wanted } from "./search";
import { SelectedHosts, useHostActions } from "./SelectedHosts";
import { useColumns } from "./useColumns";
import { useHosts } from "./useHosts";
import { useSelection } from "./useSelection";

/** All Macs that the person may see. */
export default function HostsPage() {
  const { mayAnywhere } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const [columns, toggleColumn] = useColumns();
  const search = searchOf(parameters);
  const { hosts, count, isCounted } = useHosts(search);
  const actions = useHostActions(search);
  const selection = useSelection(JSON.stringify(wanted(search)));
  const team = parameters.get(TEAM_PARAMETER);
  const teamSearch = team === null ? "" : `?${new URLSearchParams({ [TEAM_PARAMETER]: team })}`;

  const change = useCallback(
    (changes: Record<string, string | undefined>) => setParameters((before) => changed(before, changes)),
    [setParameters],
  );
  const searchFor = useCallback(
    (text: string) => setParameters((before) => changed(before, { query: text }), { replace: true }),
    [setParameters],
  );
  const clear = () => setParameters(cleared);

  // Macs have gone, or the address is made up.
  if (isCounted && search.page > lastPage(search, count)) {
    return <Navigate replace to={{ search: changed(parameters, { page: String(lastPage(search, count)) }).toString() }} />;
  }
  const pager = (place: "top" | "bottom") => (
    <HostPager search={search} count={count} place={place} onChange={change} />
  );
  return (
    <ConsolePage
      title="Hosts"
      actions={
        <Flex>
          <HelpLink page="enrollment" />
          {mayAnywhere("EDIT_HOSTS") && (
            <Button variant="secondary" component={(props) => <Link {...props} to={`/devices/add${teamSearch}`} />}>
              Add Macs
            </Button>
          )}
          <HostsReport search={search} columns={columns} />
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
            <ToolbarItem align={{ default: "alignEnd" }}>{pager("top")}</ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <ChosenFilters search={search} onChange={change} onClear={clear} />
        <SelectedHosts selection={selection} search={search} count={count} />
        <Loaded query={hosts}>
          {(data) =>
            data.hosts.length === 0 ? (
              <NoHosts narrowed={narrowed(search)} onClear={clear} />
            ) : (
              <>
                <HostTable
                  hosts={data.hosts}
                  columns={columns}
                  search={search}
                  link={teamSearch}
                  selected={actions.transfer || actions.edit ? selection.ids : undefined}
                  onSelect={selection.select}
                  onSort={(orderKey, descending) =>
                    change({ order_key: orderKey, order_direction: descending ? "desc" : undefined })
                  }
                />
                {pager("bottom")}
              </>
            )
          }
        </Loaded>
      </PageSection>
    </ConsolePage>
  );
}
