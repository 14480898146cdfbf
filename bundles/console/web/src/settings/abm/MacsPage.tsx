import { EmptyState, EmptyStateBody, PageSection, Stack, StackItem, Switch } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { $api, type Schema } from "../../api/client";
import { TeamLink } from "../../app/TeamLink";
import { Loaded } from "../../parts/Loaded";
import { Pager } from "../../parts/Pager";
import { time } from "../../parts/time";
import { IntegrationPage } from "../integrations/IntegrationPage";

const PER_PAGE = 100;

/** The Macs that Apple Business Manager assigns by one token. */
export default function MacsPage() {
  const { id } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const missing = parameters.get("missing") === "true";
  const [starts, setStarts] = useState<string[]>([]);
  const query = $api.useQuery("get", "/abm_tokens/{id}/devices", {
    params: { path: { id: Number(id) }, query: { missing, after: starts.at(-1), per_page: PER_PAGE } },
  });
  const showMissing = (only: boolean) => {
    setStarts([]);
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete("missing");
        if (only) {
          next.set("missing", "true");
        }
        return next;
      },
      { replace: true },
    );
  };
  return (
    <IntegrationPage
      title="Macs of the token"
      text={<TeamLink to="/settings/integrations/mdm/abm">Back to Apple Business Manager</TeamLink>}
      actions={
        <Switch
          id="missing"
          label="Only those that Apple does not show any more"
          isChecked={missing}
          onChange={(_event, only) => showMissing(only)}
        />
      }
    >
      <PageSection>
        <Loaded query={query}>
          {({ devices, next_after: next }) => (
            <Stack hasGutter>
              <StackItem>{devices.length === 0 ? <None missing={missing} /> : <Macs devices={devices} />}</StackItem>
              <StackItem>
                <Pager
                  onPrevious={starts.length > 0 ? () => setStarts(starts.slice(0, -1)) : undefined}
                  onNext={next === null ? undefined : () => setStarts([...starts, next])}
                />
              </StackItem>
            </Stack>
          )}
        </Loaded>
      </PageSection>
    </IntegrationPage>
  );
}

function None({ missing }: { missing: boolean }) {
  return (
    <EmptyState headingLevel="h2" titleText={missing ? "None is missing" : "No Mac is assigned"} variant="sm">
      <EmptyStateBody>
        {missing ? "The last fetch of all Macs showed every one." : "In Apple Business Manager assign Macs to this server."}
      </EmptyStateBody>
    </EmptyState>
  );
}

function Macs({ devices }: { devices: Schema<"AbmDevice">[] }) {
  return (
    <Table aria-label="Macs of the token" variant="compact">
      <Thead>
        <Tr>
          <Th>Serial number</Th>
          <Th>Model</Th>
          <Th>Description</Th>
          <Th>Color</Th>
          <Th>Assigned</Th>
        </Tr>
      </Thead>
      <Tbody>
        {devices.map((device) => (
          <Tr key={device.hardware_serial}>
            <Td dataLabel="Serial number">
              <TeamLink to={`/hosts/${device.host_id}`}>{device.hardware_serial}</TeamLink>
            </Td>
            <Td dataLabel="Model" className="console-long">{device.model}</Td>
            <Td dataLabel="Description" className="console-long">{device.description}</Td>
            <Td dataLabel="Color" className="console-long">{device.color}</Td>
            <Td dataLabel="Assigned">{device.assigned_at === null ? "Apple has not said" : time(device.assigned_at)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
