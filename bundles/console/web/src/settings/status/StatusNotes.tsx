import { Alert, Stack, StackItem } from "@patternfly/react-core";
import { $api } from "../../api/client";

const VARIANTS = { ok: "success", warning: "warning", error: "danger" } as const;

/** What the status says of one part of the server, on the page where that is mended. */
export function StatusNotes({ prefix }: { prefix: string }) {
  const { data } = $api.useQuery("get", "/status", {});
  const lines = (data?.status ?? []).filter((line) => line.name.startsWith(prefix));
  return (
    <Stack hasGutter>
      {lines.map((line) => (
        <StackItem key={line.name}>
          <Alert isInline isPlain component="p" variant={VARIANTS[line.level]} title={line.message} className="console-long" />
        </StackItem>
      ))}
    </Stack>
  );
}
