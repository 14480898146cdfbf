import { Label, PageSection, Stack, StackItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { $api, type Schema } from "../../api/client";
import { TeamLink } from "../../app/TeamLink";
import { pageOf, STATUS } from "../../app/faults";
import { areas } from "../../app/areas";
import { useSession } from "../../app/Session";
import { ConsolePage } from "../../parts/ConsolePage";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { timely } from "../../parts/time";
import { byLevel } from "./levels";
import { Verification } from "./Verification";

const LEVELS = {
  error: { color: "red", status: "danger", label: "Error" },
  warning: { color: "orange", status: "warning", label: "Warning" },
  ok: { color: "green", status: "success", label: "Fine" },
} as const;

/** How the parts of the server are. */
export default function StatusPage() {
  const query = $api.useQuery("get", "/status", {});
  const { data: version } = $api.useQuery("get", "/version", {}, { refetchInterval: 60_000 });
  return (
    <ConsolePage
      title="Server"
      text={version === undefined ? "" : `Pomona ${version.version}`}
      actions={<HelpLink page="server" />}
    >
      <PageSection>
        <Stack hasGutter>
          <StackItem>
            <Loaded query={query}>{({ status }) => <Lines lines={byLevel(status)} />}</Loaded>
          </StackItem>
          <StackItem>
            <Verification />
          </StackItem>
        </Stack>
      </PageSection>
    </ConsolePage>
  );
}

function Lines({ lines }: { lines: Schema<"StatusLine">[] }) {
  return (
    <Table aria-label="Parts of the server" variant="compact">
      <Thead>
        <Tr>
          <Th>Level</Th>
          <Th>Part</Th>
          <Th>What is known</Th>
          <Th screenReaderText="Where it is mended" />
        </Tr>
      </Thead>
      <Tbody>
        {lines.map((line) => (
          <Tr key={line.name}>
            <Td dataLabel="Level">
              <Label color={LEVELS[line.level].color} status={LEVELS[line.level].status} isCompact>
                {LEVELS[line.level].label}
              </Label>
            </Td>
            <Td dataLabel="Part" className="console-code">{line.name}</Td>
            <Td dataLabel="What is known" className="console-long">{timely(line.message)}</Td>
            <Td dataLabel="Where it is mended">{line.level !== "ok" && <Mended name={line.name} />}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Mended({ name }: { name: string }) {
  const { mayAnywhere } = useSession();
  const page = pageOf(name);
  const area = areas.find((some) => some.path === page.path);
  return area !== undefined && page !== STATUS && mayAnywhere(area.permission) ? (
    <TeamLink to={`/${page.path}`}>{page.label}</TeamLink>
  ) : null;
}
