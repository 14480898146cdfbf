import type { Schema } from "../api/client";

type Event = Schema<"TimelineEvent">;

/** A command with its steps, oldest first, and the pushes that woke the Mac for it. */
export interface Told {
  uuid: string;
  name: string;
  by: string;
  reason: string;
  queuedAt?: string;
  changedAt: string;
  /** As the commands' API names it, or Superseded and Failed. */
  status: string;
  open: boolean;
  steps: Event[];
}

const ENDS: Partial<Record<string, string>> = {
  cancelled: "Cancelled",
  superseded: "Superseded",
  expired: "Expired",
  failed: "Failed",
};

/** The events of a page command by command, newest first. */
export function commandsOf(events: Event[]): Told[] {
  const oldestFirst = [...events].reverse();
  const pushes = oldestFirst.filter((event) => !event.command_uuid);
  const byCommand = new Map<string, Event[]>();
  for (const event of oldestFirst) {
    if (event.command_uuid) {
      byCommand.set(event.command_uuid, [...(byCommand.get(event.command_uuid) ?? []), event]);
    }
  }
  return [...byCommand].map(([uuid, steps]) => told(uuid, steps, pushes)).reverse();
}

function told(uuid: string, own: Event[], pushes: Event[]): Told {
  const last = own[own.length - 1];
  const queued = own.find((event) => event.kind === "queued");
  const status = statusOf(last);
  const open = status === "Pending" || status === "NotNow";
  const begin = queued?.time ?? own[0]?.time ?? "";
  const end = open ? undefined : last?.time;
  return {
    uuid,
    name: own.find((event) => event.request_type)?.request_type ?? "",
    by: queued?.by ?? "",
    reason: queued?.reason ?? "",
    queuedAt: queued?.time,
    changedAt: last?.time ?? "",
    status,
    open,
    steps: inOrder([...own, ...pushes.filter((push) => within(push.time ?? "", begin, end))]),
  };
}

const within = (time: string, begin: string, end: string | undefined) =>
  instant(time) >= instant(begin) && (end === undefined || instant(time) <= instant(end));

const instant = (text: string) => Date.parse(text);

/** Of the same time in the order in which they came. */
function inOrder(events: Event[]): Event[] {
  return events.sort((a, b) => instant(a.time ?? "") - instant(b.time ?? ""));
}

function statusOf(last: Event | undefined): string {
  if (last?.kind === "answered") return last.status ?? "Acknowledged";
  if (last?.kind === "not_now") return "NotNow";
  return ENDS[last?.kind ?? ""] ?? "Pending";
}

export type Shown = "all" | "open" | "failed" | "ended";

const FAILED = new Set(["Error", "CommandFormatError", "Expired", "Failed"]);

/** Those that are looked for: by how far they are, and by what they are called, say or answer. */
export function filtered(commands: Told[], shown: Shown, text: string): Told[] {
  const wanted = text.trim().toLowerCase();
  return commands.filter(
    (command) =>
      fits(command, shown) &&
      [command.name, command.by, command.reason, command.uuid].some((part) =>
        part.toLowerCase().includes(wanted),
      ),
  );
}

function fits(command: Told, shown: Shown): boolean {
  switch (shown) {
    case "open":
      return command.open;
    case "failed":
      return FAILED.has(command.status);
    case "ended":
      return !command.open;
    case "all":
      return true;
  }
}
