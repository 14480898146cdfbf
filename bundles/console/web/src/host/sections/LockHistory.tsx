import { Button, Content } from "@patternfly/react-core";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { Loaded } from "../../parts/Loaded";
import { Rows } from "../../parts/Rows";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { ShowPin } from "../actions/ShowPin";
import { Block } from "../Block";
import type { Host } from "../Host";
import { byText, lockStageWord } from "../words";

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
    <Rows
      label="Locks and erasures"
      gridBreakPoint="grid-lg"
      of={history}
      by={(lock) => lock.command_uuid}
      columns={[
        { name: "What", cell: (lock) => (lock.kind === "wipe" ? "Wipe" : "Lock") },
        { name: "Asked for", long: true, cell: (lock) => time(lock.requested_at) + byText(lock.requested_by) },
        { name: "State", cell: (lock) => <State word={lockStageWord(lock.stage)} /> },
        { name: "Detail", long: true, cell: (lock) => lock.detail },
        {
          name: "Actions",
          actions: true,
          cell: (lock) =>
            maySee && (
              <Button
                variant="secondary"
                size="sm"
                aria-label={`Show the PIN of the ${lock.kind} asked for ${time(lock.requested_at)}`}
                onClick={() => onPin(lock)}
              >
                Show PIN
              </Button>
            ),
        },
      ]}
    />
  );
}
