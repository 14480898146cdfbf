import { Flex, FlexItem, Label } from "@patternfly/react-core";
import { State } from "../parts/State";
import { mdmWord } from "../parts/states";
import { ago, time } from "../parts/time";
import type { Host } from "./Host";
import { lockWord } from "./words";

/** What matters most of a Mac, in a line. */
export function Facts({ host }: { host: Host }) {
  const lock = host.mdm === undefined ? undefined : lockWord(host.mdm);
  return (
    <Flex component="span" className="console-long" columnGap={{ default: "columnGapMd" }} rowGap={{ default: "rowGapSm" }}>
      <FlexItem component="span">
        <State word={mdmWord(host.mdm?.enrollment_status)} />
      </FlexItem>
      {lock !== undefined && (
        <FlexItem component="span">
          <State word={lock} />
        </FlexItem>
      )}
      <FlexItem component="span">Team: {host.team_name ?? "no team"}</FlexItem>
      <FlexItem component="span">
        {host.os_version || "macOS not known"}{" "}
        {host.os_supported === false && (
          <Label color="orange" isCompact>
            not supported
          </Label>
        )}
      </FlexItem>
      <FlexItem component="span">
        <span title={time(host.seen_time)}>Last seen {ago(host.seen_time)}</span>
      </FlexItem>
      {host.refetch_requested && (
        <FlexItem component="span">
          <State word={{ text: "Asked for its details, waiting for its answer", tone: "blue" }} />
        </FlexItem>
      )}
    </Flex>
  );
}
