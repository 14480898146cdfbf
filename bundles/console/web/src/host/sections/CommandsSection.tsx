import { Alert, Button, Flex, FlexItem, SearchInput, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { Choice } from "../../parts/Choice";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { time } from "../../parts/time";
import type { Host } from "../Host";
import { commandsOf, filtered, type Shown } from "../timeline";
import { CommandTable } from "./CommandTable";

const PAGE = 50;

const SHOWN: { value: Shown; label: string }[] = [
  { value: "all", label: "All" },
  { value: "open", label: "Waiting" },
  { value: "failed", label: "Failed" },
  { value: "ended", label: "Ended" },
];

/** What a Mac waits for, and every command with what happened to it. */
export function CommandsSection({ host }: { host: Host }) {
  // Where each page begins: the last one is looked at.
  const [begins, setBegins] = useState<(number | undefined)[]>([undefined]);
  const [shown, setShown] = useState<Shown>("all");
  const [text, setText] = useState("");
  const query = $api.useQuery(
    "get",
    "/hosts/{id}/timeline",
    {
      params: {
        path: { id: host.id ?? 0 },
        query: { per_page: PAGE, after: begins[begins.length - 1] },
      },
    },
    { placeholderData: (before: Schema<"HostTimeline"> | undefined) => before },
  );
  return (
    <Stack hasGutter>
      <StackItem>
        <Flex>
          <FlexItem>
            <Choice label="State" value={shown} options={SHOWN} onChoose={setShown} />
          </FlexItem>
          <FlexItem>
            <SearchInput
              aria-label="Find in this page of commands"
              placeholder="Find in this page"
              value={text}
              onChange={(_event, value) => setText(value)}
              onClear={() => setText("")}
            />
          </FlexItem>
          <FlexItem>
            <HelpLink page="commands">About commands</HelpLink>
          </FlexItem>
        </Flex>
      </StackItem>
      <Loaded query={query}>
        {(data) => (
          <>
            <StackItem>
              <Waiting timeline={data} />
            </StackItem>
            <StackItem>
              <CommandTable host={host} commands={filtered(commandsOf(data.events ?? []), shown, text)} />
            </StackItem>
            <StackItem>
              <Flex>
                <Button
                  variant="secondary"
                  isDisabled={begins.length === 1}
                  onClick={() => setBegins(begins.slice(0, -1))}
                >
                  Newer
                </Button>
                <Button
                  variant="secondary"
                  isDisabled={!data.next_after || query.isPlaceholderData}
                  onClick={() => setBegins([...begins, data.next_after ?? undefined])}
                >
                  Older
                </Button>
              </Flex>
            </StackItem>
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Waiting({ timeline }: { timeline: Schema<"HostTimeline"> }) {
  const push = timeline.last_push;
  return (
    <Alert
      variant={(timeline.waiting ?? 0) > 0 ? "info" : "success"}
      isInline
      component="p"
      title={timeline.sentence ?? ""}
    >
      {push && `Last push ${time(push.time)}: ${push.text ?? ""} `}
      {timeline.next_push_at && `Next push ${time(timeline.next_push_at)}. `}
      Last seen {time(timeline.last_seen_at)}.
    </Alert>
  );
}
