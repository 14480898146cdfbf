import { expect, test } from "vitest";
import { obstacles } from "./compliance";
import type { Host } from "./Host";

const host = (mdm: object, more: object = {}) =>
  ({ id: 1, os_version: "macOS 14.6", mdm: { enrollment_status: "On (manual)", device_status: "unlocked", pending_action: "", profiles: [], ...mdm }, ...more }) as unknown as Host;
const texts = (some: Host) => obstacles(some).map((obstacle) => obstacle.text);
const profile = (name: string, status: string, detail = "") => ({ name, status, detail, operation_type: "install" });

test("a Mac that has everything has nothing to tell", () => {
  expect(obstacles(host({}))).toEqual([]);
});

test("what has failed comes before what waits, each in a sentence", () => {
  const some = host({
    profiles: [profile("Wi-Fi", "pending", "The Mac was pushed"), profile("VPN", "failed", "No such server")],
    os_settings: { disk_encryption: { status: "action_required", detail: "" } },
    macos_settings: { disk_encryption: "action_required", action_required: "log_out" },
  });
  expect(texts(some)).toEqual([
    "The profile VPN failed. No such server.",
    "Disk encryption begins when the person at this Mac logs out or restarts.",
    "1 profile is not verified yet. The Mac was pushed.",
  ]);
});

test("many failed profiles are counted", () => {
  const some = host({ profiles: ["A", "B", "C", "D", "E"].map((name) => profile(name, "failed")) });
  expect(texts(some)[3]).toBe("2 more profiles failed.");
});

test("an overdue update tells what runs", () => {
  const update = { version: "14.6", required_version: "15.1", deadline: null, state: "overdue", detail: "" };
  expect(texts(host({ macos_update: update }))).toEqual(["macOS 15.1 was required by never. The Mac runs 14.6."]);
});

test("MDM off is the first thing to know, and the timeline tells of no Mac that is off", () => {
  const off = host({ enrollment_status: "Off" });
  expect(obstacles(off, { timeline: { waiting: 2, sentence: "It waits." } } as never).map((each) => each.text)).toEqual([
    "MDM is off: this Mac gets no settings and no commands.",
  ]);
});

test("a key that is not kept asks for the person", () => {
  const some = host({
    os_settings: { disk_encryption: { status: "action_required", detail: "" } },
    macos_settings: { disk_encryption: "action_required", action_required: "rotate_key" },
  });
  expect(texts(some)[0]).toContain("has to reset the key");
});

test("a name turns no sentence around", () => {
  const some = host({ profiles: [profile("\u202eevil", "failed", "why")] });
  expect(texts(some)).toEqual(["The profile evil failed. why."]);
});

test("a Mac that has not said what it runs is not as its team requires", () => {
  const update = { version: "", required_version: "15.1", deadline: null, state: "unknown", detail: "" };
  expect(texts(host({ macos_update: update }))).toEqual(["The Mac has not said which macOS it runs. macOS 15.1 is required by never."]);
});

test("declarations that the Mac refuses, and those that it has not taken up, are told", () => {
  const declared = (identifier: string, more: object) => ({ identifier, type: "com.apple.configuration.test", wanted_token: "1", reported_token: "1", valid: "valid", active: true, reasons: [], ...more });
  const declarations = { declarations: [declared("a", {}), declared("b", { valid: "invalid", reasons: [{ code: "x", description: "No such key" }] }), declared("c", { reported_token: null })] };
  expect(obstacles(host({}), { declarations } as never).map((each) => each.text)).toEqual([
    "The Mac refuses the declaration b. No such key.",
    "The Mac has not taken up 1 declaration yet.",
  ]);
});

test("what was asked for last and failed is told, and what failed before it succeeded is not", () => {
  const rotation = (status: string, requested_at: string) => ({ status, requested_at, detail: "The Mac refused" });
  const evidence = {
    keys: { rotations: [rotation("failed", "2026-01-02T00:00:00Z"), rotation("done", "2026-01-01T00:00:00Z")] },
    locks: { history: [{ kind: "lock", stage: "failed", detail: "", requested_at: "2026-01-02T00:00:00Z" }] },
    updates: { scheduled: { state: "failed", detail: "No space left." } },
  };
  expect(obstacles(host({}), evidence as never).map((each) => each.text)).toEqual([
    "The lock failed.",
    "The recovery key could not be replaced. The Mac refused.",
    "The scheduled update failed. No space left.",
  ]);
  const mended = { keys: { rotations: [rotation("failed", "2026-01-01T00:00:00Z"), rotation("done", "2026-01-02T00:00:00Z")] } };
  expect(obstacles(host({}), mended as never)).toEqual([]);
});
