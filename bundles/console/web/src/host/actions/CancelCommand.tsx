import { Content } from "@patternfly/react-core";
import { api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { type Host, nameOf } from "../Host";
import type { Told } from "../timeline";

/** Takes a command back that the Mac has not answered. */
export function CancelCommand({ host, command, onClose }: { host: Host; command: Told; onClose: () => void }) {
  const { say } = useNotices();
  const cancel = async () => {
    const { data } = await api.DELETE("/hosts/{id}/commands/{uuid}", {
      params: { path: { id: host.id ?? 0, uuid: command.uuid } },
    });
    say(data?.message || `${command.name} was cancelled.`);
  };
  return (
    <Confirm title={`Cancel ${command.name}?`} action="Cancel the command" act={cancel} onClose={onClose}>
      <Content component="p">
        {nameOf(host)} will not get this command. If it has fetched it already, it may carry it out all the same.
      </Content>
    </Confirm>
  );
}
