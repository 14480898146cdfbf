import { Alert, EmptyState, EmptyStateBody, Stack, StackItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { $api, type Schema } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { declarationState, declarationsSentence } from "../declarations";
import { type Host, nameOf } from "../Host";

/** What a Mac is to have by declarations, and what it says of them. */
export function DeclarationsSection({ host }: { host: Host }) {
  const query = $api.useQuery("get", "/hosts/{id}/declarations", { params: { path: { id: host.id ?? 0 } } });
  return (
    <Loaded query={query}>
      {(data) => (
        <Stack hasGutter>
          <StackItem>
            <Alert
              variant={data.up_to_date ? "success" : "info"}
              isInline
              isPlain
              component="p"
              title={declarationsSentence(data, time)}
            />
          </StackItem>
          <StackItem>
            {(data.declarations ?? []).length === 0 ? (
              <EmptyState titleText="No declarations" headingLevel="h2">
                <EmptyStateBody>
                  The team of this Mac has none, and no update of macOS is enforced by one.
                </EmptyStateBody>
              </EmptyState>
            ) : (
              <DeclarationsTable host={host} declarations={data.declarations ?? []} />
            )}
          </StackItem>
        </Stack>
      )}
    </Loaded>
  );
}

function DeclarationsTable({ host, declarations }: { host: Host; declarations: Schema<"HostDeclaration">[] }) {
  return (
    <Table aria-label={`Declarations of ${nameOf(host)}`} variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th>Declaration</Th>
          <Th>Kind</Th>
          <Th>Status</Th>
          <Th>Reasons</Th>
        </Tr>
      </Thead>
      <Tbody>
        {declarations.map((declaration) => (
          <Tr key={`${declaration.kind} ${declaration.identifier}`}>
            <Td dataLabel="Declaration" modifier="breakWord">
              <span className="console-code">{declaration.identifier}</span>
              <div className="console-code">{declaration.type}</div>
            </Td>
            <Td dataLabel="Kind">{declaration.kind}</Td>
            <Td dataLabel="Status">
              <State word={declarationState(declaration)} />
            </Td>
            <Td dataLabel="Reasons" modifier="breakWord">
              {(declaration.reasons ?? []).map((reason) => (
                <div key={`${reason.code} ${reason.description}`}>
                  {reason.description || reason.code}
                </div>
              ))}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
