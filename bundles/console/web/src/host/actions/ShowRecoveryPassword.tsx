import { Content } from "@patternfly/react-core";
import { api } from "../../api/client";
import { Reveal } from "../../parts/Reveal";
import { type Host, nameOf } from "../Host";

/** The password of recoveryOS. */
export function ShowRecoveryPassword({ host, onClose }: { host: Host; onClose: () => void }) {
  const show = async () => {
    const { data } = await api.POST("/hosts/{id}/recovery_lock/view", {
      params: { path: { id: host.id ?? 0 } },
      body: {},
    });
    return data?.password ?? "";
  };
  return (
    <Reveal
      title="Recovery lock password"
      action="Show the password"
      label={`Recovery lock password of ${nameOf(host)}`}
      fetch={show}
      onClose={onClose}
    >
      <Content component="p">
        The password is asked for where the Mac is started in recoveryOS. That you see it is recorded in the activity
        feed, and the Mac gets a new one some time afterwards.
      </Content>
    </Reveal>
  );
}
