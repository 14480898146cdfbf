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
  expect(obstacles(off, { waiting: 2, sentence: "It waits." } as never).map((each) => each.text)).toEqual([
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
