import { Pagination } from "@patternfly/react-core";
import { type HostSearch, PAGE_SIZES } from "./search";

/** Where in the list one is, and how to go on. */
export function HostPager({
  search,
  count,
  place,
  onChange,
}: {
  search: HostSearch;
  count: number;
  place: "top" | "bottom";
  onChange: (changes: Record<string, string | undefined>) => void;
}) {
  return (
    <Pagination
      itemCount={count}
      page={search.page + 1}
      perPage={search.perPage}
      perPageOptions={PAGE_SIZES.map((size) => ({ title: String(size), value: size }))}
      onSetPage={(_event, page) => onChange({ page: page === 1 ? undefined : String(page - 1) })}
      onPerPageSelect={(_event, size) => onChange({ per_page: String(size) })}
      variant={place}
      widgetId={`hosts-${place}`}
      titles={{ paginationAriaLabel: `Pages of hosts, ${place}` }}
      isCompact={place === "top"}
    />
  );
}
