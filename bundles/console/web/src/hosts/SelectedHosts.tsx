import { Alert, Button, Flex, FlexItem } from "@patternfly/react-core";
import { useState } from "react";
import { api } from "../api/client";
import type { HostSearch } from "./search";
import { filtersOf } from "./search";
import { macs } from "../parts/macs";
import { TransferHosts } from "./TransferHosts";
import type { Selection } from "./useSelection";

type Whose = "none" | "selected" | "matching";

/** Beyond this many the server is asked more than once. */
const AT_ONCE = 5000;

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
  const [transferring, setTransferring] = useState<Whose>("none");
  const size = selection.ids.size;
  if (size === 0) {
    return null;
  }
  const move = async (team: number | null) => {
    if (transferring === "matching") {
      await api.POST("/hosts/transfer/filter", { body: { team_id: team, filters: filtersOf(search) } });
      return;
    }
    const hosts = [...selection.ids];
    for (let from = 0; from < hosts.length; from += AT_ONCE) {
      await api.POST("/hosts/transfer", { body: { team_id: team, hosts: hosts.slice(from, from + AT_ONCE) } });
    }
  };
  return (
    <>
      <Alert variant="info" isInline isPlain isLiveRegion component="p" title={`${macs(size)} selected`}>
        <Flex>
          <Button variant="primary" size="sm" onClick={() => setTransferring("selected")}>
            Transfer {macs(size)}
          </Button>
          {count > size && (
            <Button variant="secondary" size="sm" onClick={() => setTransferring("matching")}>
              Transfer all {macs(count)} that match
            </Button>
          )}
          <FlexItem>
            <Button variant="link" isInline onClick={selection.clear}>
              Select none
            </Button>
          </FlexItem>
        </Flex>
      </Alert>
      {transferring !== "none" && (
        <TransferHosts
          count={transferring === "selected" ? size : count}
          move={move}
          onDone={selection.clear}
          onClose={() => setTransferring("none")}
        />
      )}
    </>
  );
}
