/** What the feed is filtered by, as in the address. */
export const FILTERS = ["actor", "host_id", "type", "since", "until", "query"] as const;

/** The number of a host in an address, where it is one. */
export const hostOf = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

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
  return {
    type: text(filter("type")),
    actor: text(filter("actor").trim()),
    host_id: hostOf(filter("host_id")),
    team_id: team,
    since: text(beginning(filter("since"))),
    until: text(beginning(filter("until"), 1)),
    query: text(filter("query").trim()),
  };
}
