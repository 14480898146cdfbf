import { Content } from "@patternfly/react-core";
import { api } from "../../api/client";
import { HelpLink } from "../../parts/HelpLink";
import { Reveal } from "../../parts/Reveal";
import { type Host, nameOf } from "../Host";

/** The recovery key of a Mac's disk. */
export function ShowKey({ host, onClose }: { host: Host; onClose: () => void }) {
  const show = async () => {
    const { data } = await api.GET("/hosts/{id}/encryption_key", { params: { path: { id: host.id ?? 0 } } });
    return data?.encryption_key?.key ?? "";
  };
  return (
    <Reveal
      title="Disk encryption key"
      action="Show the key"
      label={`Recovery key of ${nameOf(host)}`}
      fetch={show}
      onClose={onClose}
      after={
        <Content component="p">
          <HelpLink page="reset-password">How to reset the password of a Mac with its recovery key</HelpLink>
        </Content>
      }
    >
      <Content component="p">
        Whoever has this key can read the disk of {nameOf(host)}. That you see it is recorded in the activity feed, and
        the Mac may be asked for a new key afterwards.
      </Content>
    </Reveal>
  );
}
