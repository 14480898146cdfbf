import { expect, test } from "vitest";
import { commandsOf, filtered } from "./timeline";

const event = (time: string, kind: string, uuid: string | null, more = {}) =>
  ({
    time: `2026-03-01T12:00:${time}Z`,
    kind,
    command_uuid: uuid,
    request_type: uuid === null ? null : "DeviceLock",
    by: null,
    reason: null,
    status: null,
    superseded_by: null,
    text: kind,
    ...more,
  }) as unknown as Parameters<typeof commandsOf>[0][number];

const NEWEST_FIRST = [
  event("50", "queued", "second", { by: "Ada", reason: "wanted" }),
  event("40", "answered", "first", { status: "Error" }),
  event("30", "handed_out", "first"),
  event("20", "not_now", "first"),
  event("10", "pushed", null),
  event("05", "queued", "first", { by: "Pomona" }),
  event("01", "pushed", null),
];

test("each command has its own steps and the pushes in its time", () => {
  const [second, first] = commandsOf(NEWEST_FIRST);
  expect(second?.steps.map((step) => step.kind)).toEqual(["queued"]);
  expect(second).toMatchObject({ status: "Pending", open: true, by: "Ada", reason: "wanted" });
  expect(first?.steps.map((step) => step.kind)).toEqual([
    "queued",
    "pushed",
    "not_now",
    "handed_out",
    "answered",
  ]);
  expect(first).toMatchObject({ status: "Error", open: false });
});

test("a Mac that said not now is waited for", () => {
  const [command] = commandsOf(NEWEST_FIRST.slice(3));
  expect(command).toMatchObject({ status: "NotNow", open: true });
});

test("what is looked for is found by state and by text", () => {
  const all = commandsOf(NEWEST_FIRST);
  const uuids = (shown: Parameters<typeof filtered>[1], text: string) =>
    filtered(all, shown, text).map((command) => command.uuid);
  expect(uuids("all", "")).toEqual(["second", "first"]);
  expect(uuids("failed", "")).toEqual(["first"]);
  expect(uuids("open", "devicelock")).toEqual(["second"]);
  expect(uuids("ended", "ada")).toEqual([]);
});
