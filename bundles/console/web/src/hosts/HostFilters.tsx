import { Label, LabelGroup, ToolbarItem } from "@patternfly/react-core";
import { Choice } from "../parts/Choice";
import { FILTER_NAMES, FILTERS, type FilterName, type HostSearch } from "./search";

type Change = (changes: Record<string, string | undefined>) => void;

const options = (name: FilterName) => [
  { value: "", label: `${FILTERS[name].label}: all` },
  ...Object.entries(FILTERS[name].options).map(([value, label]) => ({ value, label: `${FILTERS[name].label}: ${label}` })),
];

/** One choice a filter. */
export function HostFilters({ search, onChange }: { search: HostSearch; onChange: Change }) {
  return FILTER_NAMES.map((name) => (
    <ToolbarItem key={name}>
      <Choice
        label={`Filter by ${FILTERS[name].label}`}
        value={search.filters[name] ?? ""}
        options={options(name)}
        onChoose={(value) => onChange({ [name]: value })}
      />
    </ToolbarItem>
  ));
}

/** What was chosen, to be taken away again. */
export function ChosenFilters({ search, onChange, onClear }: { search: HostSearch; onChange: Change; onClear: () => void }) {
  const chosen = FILTER_NAMES.filter((name) => search.filters[name] !== undefined);
  if (chosen.length === 0) {
    return null;
  }
  const label = (name: FilterName) => {
    const words: Record<string, string> = FILTERS[name].options;
    return `${FILTERS[name].label}: ${words[search.filters[name] ?? ""]}`;
  };
  return (
    <LabelGroup categoryName="Filters" numLabels={9} isClosable closeBtnAriaLabel="Remove all filters" onClick={onClear}>
      {chosen.map((name) => (
        <Label
          key={name}
          onClose={() => onChange({ [name]: undefined })}
          closeBtnAriaLabel={`Remove the filter ${label(name)}`}
        >
          {label(name)}
        </Label>
      ))}
    </LabelGroup>
  );
}
