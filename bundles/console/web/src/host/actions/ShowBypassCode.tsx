import { Content } from "@patternfly/react-core";
import { api } from "../../api/client";
import { Reveal } from "../../parts/Reveal";
import { type Host, nameOf } from "../Host";

/** The code that turns Activation Lock off on an erased Mac. */
export function ShowBypassCode({ host, onClose }: { host: Host; onClose: () => void }) {
  const show = async () => {
    const { data } = await api.POST("/hosts/{id}/activation_lock_bypass_code/view", {
      params: { path: { id: host.id ?? 0 } },
      body: {},
    });
    return data?.code ?? "";
  };
  return (
    <Reveal
      title="Activation Lock bypass code"
      action="Show the code"
      label={`Bypass code of ${nameOf(host)}`}
      fetch={show}
      onClose={onClose}
      after={
        <Content component="p">
          On the Mac that asks for an Apple Account, leave the account empty and type this code as the password.
        </Content>
      }
    >
      <Content component="p">
        The code turns Activation Lock off where an erased Mac asks for an Apple Account. That you see it is recorded in
        the activity feed.
      </Content>
    </Reveal>
  );
}
