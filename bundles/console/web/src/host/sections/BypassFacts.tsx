import { DescriptionList } from "@patternfly/react-core";
import { $api } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { time } from "../../parts/time";
import { Block } from "../Block";
import { Fact } from "../Fact";
import type { Host } from "../Host";

/** Whether an erased Mac would ask for somebody's Apple ID, and whether a code is kept against it. */
export function BypassFacts({ host }: { host: Host }) {
  const query = $api.useQuery("get", "/hosts/{id}/activation_lock_bypass_code", {
    params: { path: { id: host.id ?? 0 } },
  });
  return (
    <Block title="Activation Lock">
      <Loaded query={query}>
        {(data) => (
          <DescriptionList columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}>
            <Fact name="Activation Lock">{lockText(data.activation_lock_enabled)}</Fact>
            <Fact name="Bypass code">{data.code_available ? "Kept" : "None"}</Fact>
            <Fact name="Received">{data.history?.[0]?.received_at && time(data.history[0].received_at)}</Fact>
            <Fact name="Last viewed">{data.history?.[0] && time(data.history[0].viewed_at)}</Fact>
            <Fact name="Asking">{data.asking && `The Mac is asked until ${time(data.asking)}`}</Fact>
            <Fact name="Detail">{data.detail}</Fact>
          </DescriptionList>
        )}
      </Loaded>
    </Block>
  );
}

function lockText(enabled: boolean | null | undefined): string {
  if (enabled === true) {
    return "On";
  }
  return enabled === false ? "Off" : "The Mac has not said";
}
