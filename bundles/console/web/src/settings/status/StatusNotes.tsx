import { HelperText, HelperTextItem } from "@patternfly/react-core";
import { $api } from "../../api/client";

const VARIANTS = { ok: "success", warning: "warning", error: "error" } as const;

/** What the status says of one part of the server, on the page where that is mended. */
export function StatusNotes({ prefix }: { prefix: string }) {
  const { data } = $api.useQuery("get", "/status", {});
  const lines = (data?.status ?? []).filter((line) => line.name.startsWith(prefix));
  return (
    <HelperText component="ul" aria-label="State">
      {lines.map((line) => (
        <HelperTextItem key={line.name} component="li" variant={VARIANTS[line.level]} className="console-long">
          {line.message}
        </HelperTextItem>
      ))}
    </HelperText>
  );
}
