const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A time of the API as people of this browser write it; "never" where there is none. */
export function time(text: string | null | undefined): string {
  return text === null || text === undefined || text === "" ? "never" : format.format(new Date(text));
}

const INSTANTS = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/** A sentence of the server, with its times as people of this browser write them. */
export const timely = (sentence: string) => sentence.replace(INSTANTS, (instant) => time(instant));

/** How long ago, roughly. */
export function ago(text: string | null | undefined, now = Date.now()): string {
  if (text === null || text === undefined || text === "") {
    return "never";
  }
  const seconds = Math.max(0, Math.round((now - Date.parse(text)) / 1000));
  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  if (seconds < 60) return relative.format(-seconds, "second");
  if (seconds < 3600) return relative.format(-Math.round(seconds / 60), "minute");
  if (seconds < 86_400) return relative.format(-Math.round(seconds / 3600), "hour");
  return relative.format(-Math.round(seconds / 86_400), "day");
}
