import { Content } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { $api, type Schema } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { Block } from "../Block";
import type { Host } from "../Host";
import { recoveryWord } from "../words";

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
    <Table aria-label="Recovery lock passwords" variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th>What</Th>
          <Th>Asked for</Th>
          <Th>State</Th>
          <Th>Checked</Th>
          <Th>Last viewed</Th>
        </Tr>
      </Thead>
      <Tbody>
        {history.map((lock) => (
          <Tr key={lock.command_uuid}>
            <Td dataLabel="What">{lock.clears ? "Take it off" : "Set a password"}</Td>
            <Td dataLabel="Asked for" modifier="breakWord">
              {time(lock.requested_at)}
              {lock.requested_by ? `, by ${lock.requested_by}` : ""}
            </Td>
            <Td dataLabel="State" modifier="breakWord">
              <State word={recoveryWord(lock.status)} /> {lock.detail}
            </Td>
            <Td dataLabel="Checked">{time(lock.checked_at)}</Td>
            <Td dataLabel="Last viewed">{time(lock.viewed_at)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
