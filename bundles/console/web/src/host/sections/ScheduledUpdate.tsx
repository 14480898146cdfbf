import { DescriptionList, Stack, StackItem } from "@patternfly/react-core";
import type { Schema } from "../../api/client";
import { time } from "../../parts/time";
import { Block } from "../Block";
import { Fact } from "../Fact";
import { State } from "../../parts/State";
import { installText, scheduledWord } from "../words";

/** The installation that was ordered, and how far it is. */
export function ScheduledUpdate({ updates }: { updates: Schema<"OsUpdates"> }) {
  const scheduled = updates.scheduled;
  return (
    <Block title="Scheduled install">
      {scheduled === null || scheduled === undefined ? (
        "Nothing is scheduled."
      ) : (
        <DescriptionList columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}>
          <Fact name="Update">{scheduled.version || scheduled.product_key}</Fact>
          <Fact name="State">
            <State word={scheduledWord(scheduled.state)} />
          </Fact>
          <Fact name="Detail">{scheduled.detail}</Fact>
          <Fact name="How">{installText(scheduled.install_action)}</Fact>
          <Fact name="May be put off">
            {scheduled.max_user_deferrals ? `${scheduled.max_user_deferrals} times` : ""}
          </Fact>
          <Fact name="Priority">{scheduled.priority}</Fact>
          <Fact name="Scheduled">
            {time(scheduled.scheduled_at)}
            {scheduled.scheduled_by ? `, by ${scheduled.scheduled_by}` : ""}
          </Fact>
        </DescriptionList>
      )}
      <Stack>
        {(updates.progress ?? []).map((progress) => (
          <StackItem key={progress.product_key}>
            <span className="console-code">{progress.product_key}</span>: {progressText(progress)}
          </StackItem>
        ))}
      </Stack>
    </Block>
  );
}

function progressText(progress: Schema<"OsUpdateProgress">): string {
  const parts = [
    progress.detail || progress.status,
    progress.downloaded ? "downloaded" : progress.download_percent ? `${progress.download_percent} % downloaded` : "",
    progress.deferrals_remaining ? `may be put off ${progress.deferrals_remaining} more times` : "",
    progress.next_install_at ? `next try ${time(progress.next_install_at)}` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
