import { Content } from "@patternfly/react-core";
import { api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { type Host, nameOf } from "../Host";

/** Lets a Mac make a new recovery key. */
export function RotateKey({ host, onClose }: { host: Host; onClose: () => void }) {
  const { say } = useNotices();
  const rotate = async () => {
    await api.POST("/hosts/{id}/encryption_key/rotate", { params: { path: { id: host.id ?? 0 } } });
    say(`${nameOf(host)} makes a new recovery key.`, "The present one stays until the new one opens.");
  };
  return (
    <Confirm title="Rotate the disk encryption key?" action="Rotate key" act={rotate} onClose={onClose}>
      <Content component="p">
        {nameOf(host)} makes a new recovery key. The present one is kept and shown until the new one is here and opens.
      </Content>
    </Confirm>
  );
}
