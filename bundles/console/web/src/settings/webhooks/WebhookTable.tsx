import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { api, type Schema } from "../../api/client";
import { TeamLink } from "../../app/TeamLink";
import { ActionMenu } from "../../parts/ActionMenu";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";
import { useTeamOptions } from "../useTeamOptions";
import { hostOf, stateOf } from "./states";

type Webhook = Schema<"Webhook">;

/** A webhook a line. */
export function WebhookTable({
  webhooks,
  onAsk,
}: {
  webhooks: Webhook[];
  onAsk: (what: "edit" | "delete" | "secret", webhook: Webhook) => void;
}) {
  const { say, complain } = useNotices();
  const changed = useChanged();
  const teams = useTeamOptions();
  const teamOf = (id: number | null) =>
    id === null ? "Whole organization" : (teams.find((team) => team.value === String(id))?.label ?? `Team ${id}`);

  const test = async (webhook: Webhook) => {
    try {
      const { data } = await api.POST("/webhooks/{id}/test", { params: { path: { id: webhook.id } } });
      if (data?.delivered === true) {
        say("The receiver took the test event", data.outcome);
      } else {
        complain("The receiver did not take the test event", new Error(data?.outcome));
      }
    } catch (failure) {
      complain("It was not called", failure);
    }
  };
  const pause = async (webhook: Webhook) => {
    try {
      await api.PATCH("/webhooks/{id}", { params: { path: { id: webhook.id } }, body: { paused: !webhook.paused } });
      say(webhook.paused ? "The webhook goes on" : "The webhook is paused", webhook.name);
      await changed();
    } catch (failure) {
      complain("It was not changed", failure);
    }
  };
  return (
    <Table aria-label="Webhooks">
      <Thead>
        <Tr>
          <Th>Name</Th>
          <Th>Receiver</Th>
          <Th>Of</Th>
          <Th>Topics</Th>
          <Th>State</Th>
          <Th>Waiting</Th>
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      <Tbody>
        {webhooks.map((webhook) => {
          const state = stateOf(webhook);
          return (
            <Tr key={webhook.id}>
              <Td dataLabel="Name" className="console-long">
                <TeamLink to={`/settings/integrations/webhooks/${webhook.id}`}>{webhook.name}</TeamLink>
              </Td>
              <Td dataLabel="Receiver" className="console-long">{hostOf(webhook.url)}</Td>
              <Td dataLabel="Of" className="console-long">{teamOf(webhook.team_id)}</Td>
              <Td dataLabel="Topics" className="console-long">
                {webhook.topics.length === 0 ? "All" : webhook.topics.join(", ")}
              </Td>
              <Td dataLabel="State">
                <Label status={state.status} isCompact>
                  {state.label}
                </Label>
                {state.detail !== undefined && <div>{state.detail}</div>}
              </Td>
              <Td dataLabel="Waiting">{webhook.waiting}</Td>
              <Td dataLabel="Actions" isActionCell>
                <ActionMenu
                  of={webhook.name}
                  actions={[
                    { label: "Send a test event", act: () => void test(webhook) },
                    { label: webhook.paused ? "Resume" : "Pause", act: () => void pause(webhook) },
                    { label: "Change", act: () => onAsk("edit", webhook) },
                    { label: "Make a new secret", act: () => onAsk("secret", webhook) },
                    { label: "Delete", act: () => onAsk("delete", webhook), danger: true },
                  ]}
                />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
