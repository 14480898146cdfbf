import { Button, Card, CardBody, CardTitle, Content, Flex, PageSection, Stack, StackItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { useOneTeam } from "../../app/Team";
import { State } from "../../host/State";
import { updateWord } from "../../host/words";
import { ConsolePage } from "../../parts/ConsolePage";
import { Facts } from "../../parts/Facts";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { time } from "../../parts/time";
import { ScopeNote } from "../ScopeNote";
import { StateCounts } from "../StateCounts";
import { EditPolicy } from "./EditPolicy";
import { EndPolicy } from "./EndPolicy";
import { Nudge } from "./Nudge";

const STATES = ["up_to_date", "pending", "overdue", "unsupported", "unknown"];

/** The macOS that the Macs of a team must have. */
export default function UpdatesPage() {
  const team = useOneTeam();
  const { mayAnywhere } = useSession();
  const query = $api.useQuery("get", "/macos_updates/summary", { params: { query: { team_id: team as never } } });
  return (
    <ConsolePage title="macOS updates" text="A version and a day by which every Mac of the team has it." actions={<HelpLink page="os-updates" />}>
      <PageSection>
        <Stack hasGutter>
          <StackItem>
            <ScopeNote />
          </StackItem>
          <StackItem>
            <Loaded query={query}>{(data) => <Policy team={team} summary={data} />}</Loaded>
          </StackItem>
          <StackItem>{query.data !== undefined && <Versions versions={query.data.versions} />}</StackItem>
          {mayAnywhere("EDIT_NUDGE") && (
            <StackItem>
              <Nudge />
            </StackItem>
          )}
        </Stack>
      </PageSection>
    </ConsolePage>
  );
}

function Policy({ team, summary }: { team: number; summary: Schema<"MacosUpdatesSummary"> }) {
  const { may } = useSession();
  const [open, setOpen] = useState<"none" | "edit" | "end">("none");
  const policy = summary.macos_updates;
  const required = policy.minimum_version !== "";
  const zone = policy.time_zone === "" ? "" : ` (${policy.time_zone})`;
  return (
    <Card>
      <CardTitle component="h2">{required ? `macOS ${policy.minimum_version} or later` : "No macOS is required"}</CardTitle>
      <CardBody>
        {required && (
          <>
            <Facts
              facts={[
                ["Deadline", `${policy.deadline} ${policy.deadline_time}${zone}`],
                ["That is, here", time(policy.deadline_instant)],
                ["From macOS 14 on", "macOS itself, by a declaration"],
                ["Below macOS 14", "Nudge"],
              ]}
            />
            <StateCounts filter="macos_updates" team={team} word={updateWord} counts={STATES.map((state) => [state, summary.states[state] ?? 0])} />
          </>
        )}
        {may("EDIT_UPDATES", team === 0 ? null : team) && (
          <Flex>
            <Button onClick={() => setOpen("edit")}>{required ? "Change" : "Require a macOS"}</Button>
            {required && (
              <Button variant="secondary" isDanger onClick={() => setOpen("end")}>
                Require none
              </Button>
            )}
          </Flex>
        )}
      </CardBody>
      {open === "edit" && <EditPolicy team={team} policy={policy} onClose={() => setOpen("none")} />}
      {open === "end" && <EndPolicy team={team} onClose={() => setOpen("none")} />}
    </Card>
  );
}

function Versions({ versions }: { versions: Schema<"MacosVersionCount">[] }) {
  return (
    <Card>
      <CardTitle component="h2">What Macs run</CardTitle>
      <CardBody>
        {versions.length === 0 ? (
          <Content component="p">No Mac of this team is enrolled.</Content>
        ) : (
          <Table aria-label="Versions of macOS" variant="compact">
            <Thead>
              <Tr>
                <Th>macOS</Th>
                <Th>Macs</Th>
                <Th>State</Th>
              </Tr>
            </Thead>
            <Tbody>
              {versions.map((one) => (
                <Tr key={`${one.version} ${one.state}`}>
                  <Td dataLabel="macOS">{one.version === "" ? "Not known" : one.version}</Td>
                  <Td dataLabel="Macs">{one.hosts}</Td>
                  <Td dataLabel="State">{one.state === "none" ? "Nothing is required" : <State word={updateWord(one.state)} />}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}
