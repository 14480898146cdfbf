import { Alert, Button, Flex, FlexItem } from "@patternfly/react-core";
import { useState } from "react";
import { api } from "../api/client";
import { useSession } from "../app/Session";
import { DownloadLinks } from "../devices/DownloadLinks";
import { macs } from "../parts/macs";
import { MigrateHosts } from "./MigrateHosts";
import { portions } from "./portions";
import type { HostSearch } from "./search";
import { filtersOf } from "./search";
import { TransferHosts } from "./TransferHosts";
import type { Selection } from "./useSelection";

type Asked = "none" | "transfer" | "transfer all" | "migrate" | "links";

/** What the person may do with hosts that are chosen among these; with nothing there is no choosing. */
export function useHostActions(search: HostSearch) {
  const { mayAnywhere, may } = useSession();
  const team = search.team === 0 ? null : search.team;
  return {
    transfer: mayAnywhere("TRANSFER_HOSTS"),
    edit: team === undefined ? mayAnywhere("EDIT_HOSTS") : may("EDIT_HOSTS", team),
  };
}

/** What can be done with the hosts that are chosen, or with all that match. */
export function SelectedHosts({
  selection,
  search,
  count,
}: {
  selection: Selection;
  search: HostSearch;
  /** How many match. */
  count: number;
}) {
  const { transfer, edit } = useHostActions(search);
  const [asked, setAsked] = useState<Asked>("none");
  const size = selection.ids.size;
  if (size === 0) {
    return null;
  }
  const close = () => setAsked("none");
  const move = async (team: number | null) => {
    if (asked === "transfer all") {
      await api.POST("/hosts/transfer/filter", { body: { team_id: team, filters: filtersOf(search) } });
      return;
    }
    for (const hosts of portions([...selection.ids])) {
      await api.POST("/hosts/transfer", { body: { team_id: team, hosts } });
    }
  };
  return (
    <>
      <Alert variant="info" isInline isPlain isLiveRegion component="p" title={`${macs(size)} selected`}>
        <Flex>
          {transfer && (
            <Button variant="primary" size="sm" onClick={() => setAsked("transfer")}>
              Transfer {macs(size)}
            </Button>
          )}
          {transfer && count > size && (
            <Button variant="secondary" size="sm" onClick={() => setAsked("transfer all")}>
              Transfer all {macs(count)} that match
            </Button>
          )}
          {edit && (
            <Button variant="secondary" size="sm" onClick={() => setAsked("migrate")}>
              Add {macs(size)} to migration
            </Button>
          )}
          {edit && (
            <Button variant="secondary" size="sm" onClick={() => setAsked("links")}>
              Download links for {macs(size)}
            </Button>
          )}
          <FlexItem>
            <Button variant="link" isInline onClick={selection.clear}>
              Select none
            </Button>
          </FlexItem>
        </Flex>
      </Alert>
      {(asked === "transfer" || asked === "transfer all") && (
        <TransferHosts
          count={asked === "transfer" ? size : count}
          move={move}
          onDone={selection.clear}
          onClose={close}
        />
      )}
      {asked === "migrate" && <MigrateHosts hosts={[...selection.ids]} onDone={selection.clear} onClose={close} />}
      {asked === "links" && <DownloadLinks hosts={[...selection.ids]} onClose={close} />}
    </>
  );
}
