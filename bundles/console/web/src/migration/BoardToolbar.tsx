import { Button, Pagination, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { Choice } from "../parts/Choice";
import { SearchText } from "../parts/SearchText";
import { ExportBoard } from "./ExportBoard";
import { type Filter, PER_PAGE, pageOf } from "./filters";
import { isStep, STATES } from "./steps";

const WHICH = [
  { value: "", label: "On the board" },
  { value: "left", label: "Not done" },
  { value: "done", label: "Done" },
  { value: "archived", label: "Archived" },
];

const STATE_CHOICES = [
  { value: "", label: "Left to do" },
  ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
];

/** Which Macs of the board are shown, and what can be done with those that are chosen. */
export function BoardToolbar({
  filter,
  change,
  count,
  chosen,
  onMark,
  onArchive,
  onLinks,
  mayMark,
}: {
  filter: Filter;
  change: (changes: Record<string, string>) => void;
  /** Of how many Macs this shows a page. */
  count: number;
  /** How many Macs are chosen. */
  chosen: number;
  onMark: () => void;
  onArchive: () => void;
  onLinks: () => void;
  mayMark: boolean;
}) {
  return (
    <Toolbar aria-label="Filters">
      <ToolbarContent>
        <ToolbarItem>
          <SearchText value={filter("query")} onSearch={(text) => change({ query: text })} />
        </ToolbarItem>
        <ToolbarItem>
          <Choice label="Which Macs" value={filter("which")} options={WHICH} onChoose={(value) => change({ which: value })} />
        </ToolbarItem>
        {isStep(filter("step")) && (
          <ToolbarItem>
            <Choice label="State of the step" value={filter("state")} options={STATE_CHOICES} onChoose={(value) => change({ state: value })} />
          </ToolbarItem>
        )}
        {mayMark && (
          <>
            <ToolbarItem>
              <Button variant="secondary" isDisabled={chosen === 0} onClick={onMark}>
                Mark {chosen > 0 && chosen}
              </Button>
            </ToolbarItem>
            <ToolbarItem>
              <Button variant="secondary" isDisabled={chosen === 0} onClick={onArchive}>
                Archive
              </Button>
            </ToolbarItem>
            <ToolbarItem>
              <Button variant="secondary" isDisabled={chosen === 0} onClick={onLinks}>
                Download links
              </Button>
            </ToolbarItem>
          </>
        )}
        <ToolbarItem>
          <ExportBoard filter={filter} />
        </ToolbarItem>
        <ToolbarItem variant="pagination" align={{ default: "alignEnd" }}>
          <Pagination
            titles={{ paginationAriaLabel: "Pages of Macs" }}
            isCompact
            itemCount={count}
            page={pageOf(filter) + 1}
            perPage={PER_PAGE}
            perPageOptions={[]}
            onSetPage={(_event, next) => change({ page: next > 1 ? String(next - 1) : "" })}
          />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
