import { Alert, Bullseye, Spinner } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { reason } from "./Notices";

/** What was asked for, once it is here; until then that it is on its way, or why it does not come. */
export function Loaded<Data>({
  query,
  children,
}: {
  query: { data: Data | undefined; error: unknown };
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.error !== null && query.error !== undefined) {
    return <Alert variant="danger" isInline title={reason(query.error)} />;
  }
  return (
    <Bullseye>
      <Spinner aria-label="Loading" />
    </Bullseye>
  );
}
