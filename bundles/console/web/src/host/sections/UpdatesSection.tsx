import { Button, DescriptionList, Flex, FlexItem, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { $api, api } from "../../api/client";
import { useSession } from "../../app/Session";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { State } from "../../parts/State";
import { updateWord } from "../../parts/states";
import { time } from "../../parts/time";
import { ScheduleUpdate } from "../actions/ScheduleUpdate";
import { Block } from "../Block";
import { Fact } from "../Fact";
import { type Host, isOn, nameOf } from "../Host";
import { enforcerText } from "../words";
import { AvailableUpdates } from "./AvailableUpdates";
import { ScheduledUpdate } from "./ScheduledUpdate";

/** Which macOS is required of a Mac, which it found, and how far an installation is. */
export function UpdatesSection({ host }: { host: Host }) {
  const query = $api.useQuery("get", "/hosts/{id}/os_updates", { params: { path: { id: host.id ?? 0 } } });
  return (
    <Stack hasGutter>
      <StackItem>
        <Required host={host} />
      </StackItem>
      <StackItem>
        <Loaded query={query}>
          {(data) => (
            <Stack hasGutter>
              <StackItem>
                <Block title="Updates that the Mac found" actions={<Buttons host={host} />}>
                  <AvailableUpdates host={host} updates={data} />
                </Block>
              </StackItem>
              <StackItem>
                <ScheduledUpdate updates={data} />
              </StackItem>
            </Stack>
          )}
        </Loaded>
      </StackItem>
    </Stack>
  );
}

function Required({ host }: { host: Host }) {
  const update = host.mdm?.macos_update;
  return (
    <Block title="Required macOS" actions={<HelpLink page="os-updates">macOS updates</HelpLink>}>
      {update === null || update === undefined ? (
        "The team of this Mac requires none."
      ) : (
        <DescriptionList columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}>
          <Fact name="State">
            <State word={updateWord(update.state)} />
          </Fact>
          <Fact name="Required">macOS {update.required_version}</Fact>
          <Fact name="The Mac runs">{update.version ? `macOS ${update.version}` : "Not known"}</Fact>
          <Fact name="Deadline">
            {time(update.deadline)}
            {update.deadline_local ? `, on the Mac's clock ${update.deadline_local.replace("T", " ")}` : ""}
          </Fact>
          <Fact name="Brought about by">{enforcerText(update.enforced_by)}</Fact>
          <Fact name="Detail">{update.detail}</Fact>
        </DescriptionList>
      )}
    </Block>
  );
}

function Buttons({ host }: { host: Host }) {
  const { may } = useSession();
  const { say, complain } = useNotices();
  const [scheduling, setScheduling] = useState(false);
  if (!may("RUN_COMMANDS", host.team_id) || !isOn(host)) {
    return null;
  }
  const path = { params: { path: { id: host.id ?? 0 } } };
  const ask = async (what: () => Promise<{ data?: { warnings?: string[] } }>, done: string) => {
    try {
      const { data } = await what();
      say(done, (data?.warnings ?? []).join(" "));
    } catch (error) {
      complain(`${nameOf(host)} was not asked`, error);
    }
  };
  return (
    <Flex>
      <FlexItem>
        <Button
          variant="secondary"
          onClick={() =>
            ask(
              () => api.POST("/hosts/{id}/os_updates/scan", { ...path, body: { force: true } }),
              `${nameOf(host)} looks for updates. What it finds is listed when it has answered.`,
            )
          }
        >
          Look for updates
        </Button>
      </FlexItem>
      <FlexItem>
        <Button
          variant="secondary"
          onClick={() =>
            ask(
              () => api.POST("/hosts/{id}/os_updates/status", path),
              `${nameOf(host)} was asked how far its update is.`,
            )
          }
        >
          Ask for the status
        </Button>
      </FlexItem>
      <FlexItem>
        <Button onClick={() => setScheduling(true)}>Schedule an install</Button>
      </FlexItem>
      {scheduling && <ScheduleUpdate host={host} onClose={() => setScheduling(false)} />}
    </Flex>
  );
}
