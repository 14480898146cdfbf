import { Button, Content } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { Loaded } from "../../parts/Loaded";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { ShowPin } from "../actions/ShowPin";
import { Block } from "../Block";
import type { Host } from "../Host";
import { lockStageWord } from "../words";

const STATUS: Record<string, string> = {
  unlocked: "This Mac is not locked.",
  locked: "This Mac is locked. The PIN unlocks it at its keyboard.",
  wiped: "This Mac was erased.",
};

/** Every lock and erasure of a Mac; each has a PIN. */
export function LockHistory({ host }: { host: Host }) {
  const query = $api.useQuery("get", "/hosts/{id}/lock", { params: { path: { id: host.id ?? 0 } } });
  const [pinOf, setPinOf] = useState<Schema<"HostLock">>();
  return (
    <Block title="Lock and wipe">
      <Loaded query={query}>
        {(data) => (
          <>
            <Content component="p">{STATUS[data.device_status ?? ""] ?? data.device_status}</Content>
            {(data.history ?? []).length > 0 && (
              <History host={host} history={data.history ?? []} onPin={setPinOf} />
            )}
          </>
        )}
      </Loaded>
      {pinOf !== undefined && (
        <ShowPin host={host} command={pinOf.command_uuid} onClose={() => setPinOf(undefined)} />
      )}
    </Block>
  );
}

function History({
  host,
  history,
  onPin,
}: {
  host: Host;
  history: Schema<"HostLock">[];
  onPin: (lock: Schema<"HostLock">) => void;
}) {
  const { may } = useSession();
  const maySee = may("LOCK_HOSTS", host.team_id);
  return (
    <Table aria-label="Locks and erasures" variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th>What</Th>
          <Th>Asked for</Th>
          <Th>State</Th>
          <Th>Detail</Th>
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      <Tbody>
        {history.map((lock) => (
          <Tr key={lock.command_uuid}>
            <Td dataLabel="What">{lock.kind === "wipe" ? "Wipe" : "Lock"}</Td>
            <Td dataLabel="Asked for" modifier="breakWord">
              {time(lock.requested_at)}
              {lock.requested_by ? `, by ${lock.requested_by}` : ""}
            </Td>
            <Td dataLabel="State">
              <State word={lockStageWord(lock.stage)} />
            </Td>
            <Td dataLabel="Detail" modifier="breakWord">
              {lock.detail}
            </Td>
            <Td dataLabel="Actions" isActionCell>
              {maySee && (
                <Button
                  variant="secondary"
                  size="sm"
                  aria-label={`Show the PIN of the ${lock.kind} asked for ${time(lock.requested_at)}`}
                  onClick={() => onPin(lock)}
                >
                  Show PIN
                </Button>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
