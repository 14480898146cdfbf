import { api } from "../api/client";
import { type HostSearch, wanted } from "./search";

const AT_ONCE = 10_000;

/** The numbers of all hosts that match, however many. */
export async function found(search: HostSearch): Promise<number[]> {
  const ids: number[] = [];
  let after = 0;
  for (;;) {
    const { data } = await api.GET("/hosts", {
      params: { query: { ...wanted(search), after, per_page: AT_ONCE } as never },
    });
    const page = (data?.hosts ?? []).map((host) => host.id);
    ids.push(...page);
    if (page.length < AT_ONCE) {
      return ids;
    }
    after = page[page.length - 1] ?? after;
  }
}
