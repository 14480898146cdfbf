import { DescriptionList, Stack, StackItem } from "@patternfly/react-core";
import { useSession } from "../../app/Session";
import { LinkActions } from "../../devices/LinkActions";
import { HelpLink } from "../../parts/HelpLink";
import { Block } from "../Block";
import { Fact } from "../Fact";
import { type Host, nameOf } from "../Host";
import { Compliance } from "./Compliance";
import { EnrollmentFacts } from "./EnrollmentFacts";
import { SetupFacts } from "./SetupFacts";

/** Why a Mac is not as it should be, and what it is. */
export function Overview({ host }: { host: Host }) {
  const { may } = useSession();
  return (
    <Stack hasGutter>
      <StackItem>
        <Compliance host={host} />
      </StackItem>
      <StackItem>
        <Block title="Mac">
          <DescriptionList columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}>
            <Fact name="Model">{model(host)}</Fact>
            <Fact name="Serial number">
              <span className="console-code">{host.hardware_serial}</span>
            </Fact>
            <Fact name="UDID">
              {host.uuid && <span className="console-code">{host.uuid}</span>}
            </Fact>
            <Fact name="Name of the computer">{host.computer_name}</Fact>
            <Fact name="Host name">{host.hostname}</Fact>
            <Fact name="macOS">
              {host.os_version && `${host.os_version}${host.build ? ` (${host.build})` : ""}`}
            </Fact>
            <Fact name="Disk space">{space(host)}</Fact>
            <Fact name="MAC address">
              {host.primary_mac && <span className="console-code">{host.primary_mac}</span>}
            </Fact>
          </DescriptionList>
        </Block>
      </StackItem>
      <StackItem>
        <EnrollmentFacts host={host} />
      </StackItem>
      {host.id !== undefined && may("EDIT_HOSTS", host.team_id) && (
        <StackItem>
          <Block title="My device" actions={<HelpLink page="my-device" />}>
            <LinkActions key={host.id} host={host.id} name={nameOf(host)} />
          </Block>
        </StackItem>
      )}
      {host.mdm?.macos_setup && (
        <StackItem>
          <SetupFacts setup={host.mdm.macos_setup} />
        </StackItem>
      )}
    </Stack>
  );
}

function model({ hardware_model_name: name, hardware_model: identifier }: Host): string {
  if (!name || !identifier || name === identifier) return name || identifier || "";
  return `${name} (${identifier})`;
}

/** Zero where the Mac has not told. */
function space(host: Host): string {
  const free = host.gigs_disk_space_available ?? 0;
  const percent = host.percent_disk_space_available ?? 0;
  return free > 0 ? `${Math.round(free)} GB free${percent > 0 ? ` (${Math.round(percent)} %)` : ""}` : "";
}
