import { Content } from "@patternfly/react-core";
import { $api, type Schema } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { Rows } from "../../parts/Rows";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { Block } from "../Block";
import type { Host } from "../Host";
import { byText, recoveryWord } from "../words";

/** The passwords without which nobody starts a Mac from anything else, as far as they are. */
export function RecoveryLockFacts({ host }: { host: Host }) {
  const query = $api.useQuery("get", "/hosts/{id}/recovery_lock", { params: { path: { id: host.id ?? 0 } } });
  return (
    <Block title="Recovery lock">
      <Loaded query={query}>
        {(data) => (
          <>
            <Content component="p">
              <State word={recoveryWord(data.status)} /> {data.detail}
            </Content>
            {(data.history ?? []).length > 0 && <History history={data.history ?? []} />}
          </>
        )}
      </Loaded>
    </Block>
  );
}

function History({ history }: { history: Schema<"RecoveryLock">[] }) {
  return (
    <Rows
      label="Recovery lock passwords"
      gridBreakPoint="grid-lg"
      of={history}
      by={(lock) => lock.command_uuid}
      columns={[
        { name: "What", cell: (lock) => (lock.clears ? "Take it off" : "Set a password") },
        { name: "Asked for", long: true, cell: (lock) => time(lock.requested_at) + byText(lock.requested_by) },
        {
          name: "State",
          long: true,
          cell: (lock) => (
            <>
              <State word={recoveryWord(lock.status)} /> {lock.detail}
            </>
          ),
        },
        { name: "Checked", cell: (lock) => time(lock.checked_at) },
        { name: "Last viewed", cell: (lock) => time(lock.viewed_at) },
      ]}
    />
  );
}
