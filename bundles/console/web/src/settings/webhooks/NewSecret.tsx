import { Content } from "@patternfly/react-core";
import { api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { useChanged } from "../useChanged";

/** Before what the receiver knows counts no more. */
export function NewSecret({
  webhook,
  onSecret,
  onClose,
}: {
  webhook: Schema<"Webhook">;
  onSecret: (secret: string) => void;
  onClose: () => void;
}) {
  const changed = useChanged();
  return (
    <Confirm
      title="Make a new secret?"
      action="Make a new secret"
      danger
      act={async () => {
        const { data } = await api.POST("/webhooks/{id}/secret", { params: { path: { id: webhook.id } } });
        if (data !== undefined) {
          onSecret(data.webhook.secret);
        }
        await changed();
      }}
      onClose={onClose}
    >
      <Content component="p" className="console-long">
        Calls of {webhook.name} are signed with the new secret at once. The receiver refuses them until it knows it; let it
        take both for a moment.
      </Content>
    </Confirm>
  );
}
