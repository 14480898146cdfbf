import { Alert, Stack, StackItem } from "@patternfly/react-core";
import { HelpLink } from "../../parts/HelpLink";
import type { Host } from "../Host";
import { BypassFacts } from "./BypassFacts";
import { LockHistory } from "./LockHistory";
import { RecoveryLockFacts } from "./RecoveryLockFacts";

/** Lock and erasure, recovery lock and Activation Lock of a Mac. */
export function LocksSection({ host }: { host: Host }) {
  return (
    <Stack hasGutter>
      {host.mdm?.pending_action === "wipe" && (
        <StackItem>
          <Alert variant="warning" isInline component="p" title="An erasure is on its way to this Mac." />
        </StackItem>
      )}
      <StackItem>
        <HelpLink page="lock-and-wipe">About lock, wipe, recovery lock and Activation Lock</HelpLink>
      </StackItem>
      <StackItem>
        <LockHistory host={host} />
      </StackItem>
      <StackItem>
        <RecoveryLockFacts host={host} />
      </StackItem>
      <StackItem>
        <BypassFacts host={host} />
      </StackItem>
    </Stack>
  );
}
