import { SearchInput, TextInput, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import { useSession } from "../app/Session";
import { Choice } from "../parts/Choice";
import { HostFinder } from "./HostFinder";
import { PersonFinder } from "./PersonFinder";
import { TYPES } from "./types";

const CHOICES = [{ value: "", label: "All activities" }, ...TYPES];

/** What the feed is filtered by. */
export function Filters({
  filter,
  change,
}: {
  filter: (name: string) => string;
  change: (changes: Record<string, string>) => void;
}) {
  const { mayAnywhere } = useSession();
  return (
    <Toolbar aria-label="Filters">
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label="Person or type"
            placeholder="Person or type"
            value={filter("query")}
            onChange={(_event, query) => change({ query })}
            onClear={() => change({ query: "" })}
          />
        </ToolbarItem>
        <ToolbarItem>
          <PersonFinder onChoose={(actor) => change({ actor })} />
        </ToolbarItem>
        {mayAnywhere("VIEW_HOSTS") && (
          <ToolbarItem>
            <HostFinder onChoose={(host) => change({ host_id: host })} />
          </ToolbarItem>
        )}
        <ToolbarItem>
          <Choice
            label="Type"
            value={filter("type")}
            options={CHOICES}
            onChoose={(type) => change({ type })}
          />
        </ToolbarItem>
        <ToolbarGroup>
          <ToolbarItem variant="label" id="activity-since">
            From
          </ToolbarItem>
          <ToolbarItem>
            <TextInput
              type="date"
              aria-labelledby="activity-since"
              value={filter("since")}
              onChange={(_event, since) => change({ since })}
            />
          </ToolbarItem>
          <ToolbarItem variant="label" id="activity-until">
            to
          </ToolbarItem>
          <ToolbarItem>
            <TextInput
              type="date"
              aria-labelledby="activity-until"
              value={filter("until")}
              onChange={(_event, until) => change({ until })}
            />
          </ToolbarItem>
        </ToolbarGroup>
      </ToolbarContent>
    </Toolbar>
  );
}
