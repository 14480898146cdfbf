import { keepPreviousData } from "@tanstack/react-query";
import { $api } from "../api/client";
import { type HostSearch, paged, wanted } from "./search";

/** The page that is looked at, and how many match; what was there before stays until it is here. */
export function useHosts(search: HostSearch) {
  const hosts = $api.useQuery(
    "get",
    "/hosts",
    { params: { query: paged(search) as never } },
    { placeholderData: keepPreviousData },
  );
  const counted = $api.useQuery(
    "get",
    "/hosts/count",
    { params: { query: wanted(search) as never } },
    { placeholderData: keepPreviousData },
  );
  return {
    hosts,
    count: counted.data?.count ?? 0,
    /** Whether the count is of what matches now. */
    isCounted: counted.isSuccess && !counted.isPlaceholderData,
  };
}
