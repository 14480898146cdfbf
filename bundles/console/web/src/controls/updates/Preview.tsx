import { Card, CardBody, CardTitle, Content, ExpandableSection, Gallery, Label, LabelGroup } from "@patternfly/react-core";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { wordsOf } from "./nudge";

/** What the person at a Mac sees of it. */
export function Preview({ team, policy }: { team: number; policy: Schema<"MacosUpdatesPolicy"> }) {
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection toggleText="What people see" isExpanded={open} onToggle={(_event, now) => setOpen(now)} isIndented>
      {open && (
        <Gallery hasGutter minWidths={{ default: "18rem" }}>
          <Card isCompact>
            <CardTitle component="h3">From macOS 14 on</CardTitle>
            <CardBody>
              <Content component="p">{`Notices of macOS say that the organization requires macOS ${policy.minimum_version}. They come the more often the nearer the deadline is.`}</Content>
              <Content component="p">{`On ${policy.deadline} at ${policy.deadline_time} the Mac installs it by itself, and restarts if it must.`}</Content>
            </CardBody>
          </Card>
          <NudgeWindow team={team} />
        </Gallery>
      )}
    </ExpandableSection>
  );
}

function NudgeWindow({ team }: { team: number }) {
  const { data } = $api.useQuery("get", "/macos_updates/nudge.json", { params: { query: { team_id: String(team) } } });
  const words = wordsOf(data);
  return (
    <Card isCompact>
      <CardTitle component="h3">macOS 12 and 13: a window of Nudge</CardTitle>
      <CardBody>
        {words !== undefined && (
          <>
            <Content component="p">
              <strong>{words.title}</strong>
            </Content>
            <Content component="p">{words.text}</Content>
            <LabelGroup categoryName="Buttons" numLabels={5}>
              {words.buttons.map((button) => (
                <Label key={button} isCompact variant="outline">
                  {button}
                </Label>
              ))}
            </LabelGroup>
          </>
        )}
        <Content component="p">Once a day until two days before the deadline, every two hours on the last day. Then the window cannot be closed.</Content>
      </CardBody>
    </Card>
  );
}
