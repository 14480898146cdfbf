import { DescriptionList } from "@patternfly/react-core";
import type { Schema } from "../../api/client";
import { time } from "../../parts/time";
import { Block } from "../Block";
import { Fact } from "../Fact";
import { State } from "../../parts/State";
import { bootstrapWord } from "../words";

const STAGES: Record<string, string> = {
  preparing: "Waits in Setup Assistant",
  releasing: "Is being released from Setup Assistant",
  ended: "Ended",
};

/** How the set-up of a Mac went that enrolled automatically. */
export function SetupFacts({ setup }: { setup: Schema<"HostSetup"> }) {
  return (
    <Block title="Setup experience">
      <DescriptionList columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}>
        <Fact name="Stage">{setup.stage && (STAGES[setup.stage] ?? setup.stage)}</Fact>
        <Fact name="Since">{setup.since && time(setup.since)}</Fact>
        <Fact name="Waits for">{(setup.waiting_for ?? []).join(", ")}</Fact>
        <Fact name="Goes on at the latest">
          {setup.stage === "preparing" && (setup.deadline ? time(setup.deadline) : "When an admin releases it")}
        </Fact>
        <Fact name="Released without">{setup.released_without}</Fact>
        <Fact name="Bootstrap package">
          {setup.bootstrap_package_status && (
            <>
              {setup.bootstrap_package_name} <State word={bootstrapWord(setup.bootstrap_package_status)} />
            </>
          )}
        </Fact>
        <Fact name="Account">{setup.account_status}</Fact>
        <Fact name="Detail">{setup.detail}</Fact>
      </DescriptionList>
    </Block>
  );
}
