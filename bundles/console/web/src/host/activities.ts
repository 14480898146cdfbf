const SHORT: Record<string, string> = { mdm: "MDM", udid: "UDID", uuid: "UUID", os: "OS", macos: "macOS" };

const words = (name: string) =>
  name
    .split("_")
    .map((word) => SHORT[word] ?? word)
    .join(" ");

/** The type of an activity in words: of locked_host "Locked host". */
export function activityTitle(type: string | undefined): string {
  const text = words(type ?? "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Which Mac it was is known on the page of this Mac.
const KNOWN = new Set(["host_id", "host_display_name", "host_serial", "platform", "mdm_platform"]);

/** What an activity tells beside that, as "name: value". */
export function activityDetails(details: unknown): string {
  if (typeof details !== "object" || details === null) {
    return "";
  }
  return Object.entries(details)
    .filter(([name, value]) => !KNOWN.has(name) && value !== null && value !== "")
    .map(([name, value]) => `${words(name)}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(", ");
}
