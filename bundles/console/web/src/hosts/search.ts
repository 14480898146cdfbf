import { TEAM_PARAMETER } from "../app/Team";

/** The filters of the page, by the name of the API's parameter. */
export const FILTERS = {
  mdm_enrollment_status: {
    label: "MDM",
    options: { manual: "On (manual)", automatic: "On (automatic)", pending: "Pending", unenrolled: "Off" },
  },
  mdm_server: {
    label: "MDM server",
    options: { this: "This server", none: "None" },
  },
  macos_settings: {
    label: "Profiles",
    options: { verified: "Verified", verifying: "Verifying", pending: "Pending", failed: "Failed" },
  },
  macos_settings_disk_encryption: {
    label: "Disk encryption",
    options: {
      verified: "Verified",
      verifying: "Verifying",
      action_required: "Action required",
      enforcing: "Enforcing",
      failed: "Failed",
      removing_enforcement: "Removing enforcement",
    },
  },
  macos_updates: {
    label: "macOS update",
    options: {
      up_to_date: "Up to date",
      pending: "Pending",
      overdue: "Overdue",
      failed: "Failed",
      unsupported: "Not supported",
      unknown: "Not known",
    },
  },
  bootstrap_package: {
    label: "Bootstrap package",
    options: { installed: "Installed", pending: "Pending", failed: "Failed" },
  },
} as const;

export type FilterName = keyof typeof FILTERS;

export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];

/** What is chosen of each filter. */
export type Filters = { [Name in FilterName]?: keyof (typeof FILTERS)[Name]["options"] };

export const PAGE_SIZES = [20, 50, 100];

/** What the page shows; all of it is in the address, so that a link shows the same. */
export interface HostSearch {
  query: string;
  filters: Filters;
  team: number | undefined;
  orderKey: string;
  descending: boolean;
  /** From 0. */
  page: number;
  perPage: number;
}

function number(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

/** Reads an address; what makes no sense is left out. */
export function searchOf(parameters: URLSearchParams): HostSearch {
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of FILTER_NAMES) {
    const value = parameters.get(name);
    if (value !== null && value in FILTERS[name].options) {
      filters[name] = value;
    }
  }
  const perPage = number(parameters.get("per_page"), 50);
  const team = parameters.get(TEAM_PARAMETER);
  return {
    query: parameters.get("query") ?? "",
    // Each is one of its filter's options.
    filters: filters as Filters,
    team: team === null ? undefined : number(team, 0),
    orderKey: parameters.get("order_key") ?? "display_name",
    descending: parameters.get("order_direction") === "desc",
    page: number(parameters.get("page"), 0),
    perPage: PAGE_SIZES.includes(perPage) ? perPage : 50,
  };
}

const NOTHING = Object.fromEntries(["query", ...FILTER_NAMES].map((name) => [name, undefined]));

/** The address without search and filters; team, order and page size stay. */
export function cleared(before: URLSearchParams): URLSearchParams {
  return changed(before, NOTHING);
}

/** The address with this changed; it begins at the first page unless the page is what changes. */
export function changed(before: URLSearchParams, changes: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(before);
  if (!("page" in changes)) {
    next.delete("page");
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === "") {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}

/** Which hosts, as the API asks for it. */
export function wanted(search: HostSearch): Record<string, string> {
  return {
    ...search.filters,
    ...(search.query === "" ? {} : { query: search.query }),
    ...(search.team === undefined ? {} : { team_id: String(search.team) }),
  };
}

/** The same with page and order. */
export function paged(search: HostSearch): Record<string, string> {
  return { ...wanted(search), ...ordered(search), page: String(search.page), per_page: String(search.perPage) };
}

/** The order, as the API asks for it. */
export function ordered(search: HostSearch): Record<string, string> {
  return { order_key: search.orderKey, order_direction: search.descending ? "desc" : "asc" };
}

/** Which hosts, as a request to move them says it. */
export function filtersOf(search: HostSearch) {
  return {
    ...search.filters,
    ...(search.query === "" ? {} : { query: search.query }),
    ...(search.team === undefined ? {} : { team_id: search.team }),
  };
}

/** The last page there is, of so many hosts. */
export function lastPage(search: HostSearch, count: number): number {
  return Math.max(0, Math.ceil(count / search.perPage) - 1);
}

/** Whether hosts are left out by more than the team. */
export function narrowed(search: HostSearch): boolean {
  return search.query !== "" || Object.keys(search.filters).length > 0;
}
