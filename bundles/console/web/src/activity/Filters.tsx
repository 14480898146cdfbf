import {
  Button,
  SearchInput,
  TextInput,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from "@patternfly/react-core";
import { Choice } from "../parts/Choice";
import { FILTERS } from "./query";
import { SENTENCES } from "./sentences";

const TYPES = [
  { value: "", label: "All activities" },
  ...Object.keys(SENTENCES)
    .sort()
    .map((type) => ({ value: type, label: type.replaceAll("_", " ") })),
];

/** What the feed is filtered by. */
export function Filters({
  filter,
  change,
}: {
  filter: (name: string) => string;
  change: (changes: Record<string, string>) => void;
}) {
  const host = filter("host_id");
  return (
    <Toolbar aria-label="Filters" clearAllFilters={() => change(Object.fromEntries(FILTERS.map((name) => [name, ""])))}>
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
          <Choice
            label="Type"
            value={filter("type")}
            options={TYPES}
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
        {filter("actor") !== "" && (
          <ToolbarItem>
            <Button variant="secondary" onClick={() => change({ actor: "" })}>
              Only of {filter("actor")}: show all people
            </Button>
          </ToolbarItem>
        )}
        {host !== "" && (
          <ToolbarItem>
            <Button variant="secondary" onClick={() => change({ host_id: "" })}>
              Only of host {host}: show all
            </Button>
          </ToolbarItem>
        )}
      </ToolbarContent>
    </Toolbar>
  );
}
