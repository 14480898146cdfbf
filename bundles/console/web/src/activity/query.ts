/** What the feed is filtered by, as in the address. */
export const FILTERS = ["type", "actor", "host_id", "since", "until", "query"] as const;

/** The beginning of a day of this browser, as the API takes it; empty where there is none. */
export function beginning(day: string, plusDays = 0): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    return "";
  }
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const time = new Date(year, month - 1, date + plusDays);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString();
}

/** The parameters of the API for what stands in the address. */
export function parameters(filter: (name: string) => string, team: number | undefined) {
  const text = (value: string) => (value === "" ? undefined : value);
  const host = filter("host_id");
  return {
    type: text(filter("type")),
    actor: text(filter("actor").trim()),
    host_id: /^\d{1,15}$/.test(host) ? Number(host) : undefined,
    team_id: team,
    since: text(beginning(filter("since"))),
    until: text(beginning(filter("until"), 1)),
    query: text(filter("query").trim()),
  };
}
