import { Alert, Button, Card, CardBody, CardTitle, Content, Flex } from "@patternfly/react-core";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { Facts } from "../../parts/Facts";
import { macs } from "../../parts/macs";
import { updateWord } from "../../parts/states";
import { time } from "../../parts/time";
import { StateCounts } from "../StateCounts";
import { isPast } from "./deadline";
import { EditPolicy } from "./EditPolicy";
import { EndPolicy } from "./EndPolicy";
import { Preview } from "./Preview";

const STATES = ["up_to_date", "pending", "overdue", "unsupported", "unknown"];

/** What is required of the Macs of a team, and how far they are. */
export function Policy({ team, summary }: { team: number; summary: Schema<"MacosUpdatesSummary"> }) {
  const { may } = useSession();
  const [open, setOpen] = useState<"none" | "edit" | "end">("none");
  const policy = summary.macos_updates;
  const required = policy.minimum_version !== "";
  const count = (state: string) => summary.states[state] ?? 0;
  const counts: [string, number][] = [...STATES.map((state): [string, number] => [state, count(state)]), ["failed", summary.failed]];
  return (
    <Card>
      <CardTitle component="h2">{required ? `macOS ${policy.minimum_version} or later` : "No macOS is required"}</CardTitle>
      <CardBody>
        {required ? (
          <>
            {isPast(policy.deadline_instant) && (
              <Alert variant="warning" isInline title="The deadline has passed">
                {count("overdue") === 0
                  ? "No Mac is overdue. Macs that come later with an older macOS are asked to update at once."
                  : `${macs(count("overdue"))} must update at once, and people cannot put it off any more. Choose a later day to give them time.`}
              </Alert>
            )}
            <Facts facts={rule(policy)} />
            <StateCounts filter="macos_updates" team={team} word={updateWord} counts={counts} />
            <Preview team={team} policy={policy} />
          </>
        ) : (
          <Content component="p">Say which macOS these Macs must have and by which day; people are reminded until then.</Content>
        )}
        {may("EDIT_UPDATES", team) && (
          <Flex>
            <Button onClick={() => setOpen("edit")}>{required ? "Change" : "Require a macOS"}</Button>
            {required && (
              <Button variant="secondary" isDanger onClick={() => setOpen("end")}>
                Require none
              </Button>
            )}
          </Flex>
        )}
      </CardBody>
      {open === "edit" && <EditPolicy team={team} summary={summary} onClose={() => setOpen("none")} />}
      {open === "end" && <EndPolicy team={team} asked={count("pending") + count("overdue")} onClose={() => setOpen("none")} />}
    </Card>
  );
}

function rule(policy: Schema<"MacosUpdatesPolicy">): [string, string][] {
  const zone = policy.time_zone === "" ? "" : ` (${policy.time_zone})`;
  return [
    ["Deadline", `${policy.deadline} ${policy.deadline_time}${zone}`],
    ["That is, here", time(policy.deadline_instant)],
    ["From macOS 14 on", "macOS itself, by a declaration, at that time on each Mac's own clock"],
    ["macOS 12 and 13", "Nudge asks"],
  ];
}
