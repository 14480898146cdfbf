import { Content } from "@patternfly/react-core";
import { api } from "../../api/client";
import { Reveal } from "../../parts/Reveal";
import { type Host, nameOf } from "../Host";

/** The PIN of a lock or an erasure; of the last one where none is named. */
export function ShowPin({ host, command, onClose }: { host: Host; command?: string; onClose: () => void }) {
  const show = async () => {
    const { data } = await api.POST("/hosts/{id}/unlock", {
      params: { path: { id: host.id ?? 0 } },
      body: command === undefined ? {} : { command_uuid: command },
    });
    return data?.unlock_pin ?? "";
  };
  return (
    <Reveal title="Unlock" action="Show the PIN" label={`PIN of ${nameOf(host)}`} fetch={show} onClose={onClose}>
      <Content component="p">
        The PIN is typed in at the locked Mac; nothing is sent to it. That you see it is recorded in the activity feed.
      </Content>
    </Reveal>
  );
}
