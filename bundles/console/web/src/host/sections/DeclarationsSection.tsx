import { Alert, EmptyState, EmptyStateBody, Stack, StackItem } from "@patternfly/react-core";
import { $api, type Schema } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { Rows } from "../../parts/Rows";
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
    <Rows
      label={`Declarations of ${nameOf(host)}`}
      gridBreakPoint="grid-lg"
      of={declarations}
      by={(declaration) => `${declaration.kind} ${declaration.identifier}`}
      columns={[
        {
          name: "Declaration",
          long: true,
          cell: (declaration) => (
            <>
              <span className="console-code">{declaration.identifier}</span>
              <div className="console-code">{declaration.type}</div>
            </>
          ),
        },
        { name: "Kind", cell: (declaration) => declaration.kind },
        { name: "Status", cell: (declaration) => <State word={declarationState(declaration)} /> },
        {
          name: "Reasons",
          long: true,
          cell: (declaration) =>
            (declaration.reasons ?? []).map((reason) => (
              <div key={`${reason.code} ${reason.description}`}>{reason.description || reason.code}</div>
            )),
        },
      ]}
    />
  );
}
