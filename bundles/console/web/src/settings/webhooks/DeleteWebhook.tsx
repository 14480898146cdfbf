import { Content } from "@patternfly/react-core";
import { api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

/** Before a webhook ends with all that waits for it. */
export function DeleteWebhook({ webhook, onClose }: { webhook: Schema<"Webhook">; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  return (
    <Confirm
      title="Delete this webhook?"
      action="Delete webhook"
      danger
      act={async () => {
        await api.DELETE("/webhooks/{id}", { params: { path: { id: webhook.id } } });
        say("The webhook is deleted", webhook.name);
        await changed();
      }}
      onClose={onClose}
    >
      <Content component="p" className="console-long">
        {webhook.name} is not called any more.{" "}
        {webhook.waiting + webhook.dead === 0
          ? "No event waits for it."
          : `${webhook.waiting} events that wait for it and ${webhook.dead} that were given up are never delivered.`}
      </Content>
    </Confirm>
  );
}
