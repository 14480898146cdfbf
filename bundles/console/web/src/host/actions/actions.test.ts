import { expect, test } from "vitest";
import type { Permission } from "../../app/Permission";
import type { Host } from "../Host";
import { actionsFor } from "./actions";

const host = (mdm: object, more: object = {}) =>
  ({ id: 1, mdm: { enrollment_status: "On (manual)", device_status: "unlocked", pending_action: "", ...mdm }, ...more }) as Host;
const names = (some: Host, ...permissions: Permission[]) =>
  actionsFor(some, (permission) => permissions.includes(permission)).map((action) => action.name);
const because = (some: Host, name: string) =>
  actionsFor(some, () => true).find((action) => action.name === name)?.because;

test("an observer sees keys and asks for details, and no more", () => {
  expect(names(host({}), "VIEW_HOSTS", "VIEW_RECOVERY_KEYS", "REFETCH_HOSTS")).toEqual(["showKey", "refetch"]);
});

test("what this server keeps from a person is not offered", () => {
  const may = (permission: Permission) => permission === "VIEW_RECOVERY_KEYS";
  expect(actionsFor(host({ encryption_key_available: true }), may, ["showKey"])).toEqual([]);
  expect(actionsFor(host({ encryption_key_available: true }), may)).toHaveLength(1);
});

test("a Mac is deleted when its MDM is off, and turned off when it is on", () => {
  expect(names(host({}), "EDIT_HOSTS")).toEqual(["turnOff"]);
  expect(names(host({ enrollment_status: "Off" }), "EDIT_HOSTS")).toEqual(["deleteHost"]);
});

test("a second lock waits for the first, and its PIN is there", () => {
  const locking = host({ pending_action: "lock" });
  expect(because(locking, "lock")).toBe("A lock is on its way");
  expect(names(locking, "LOCK_HOSTS")).toContain("unlock");
  expect(names(host({}), "LOCK_HOSTS")).not.toContain("unlock");
  expect(because(host({ device_status: "locked" }), "wipe")).toBe("The Mac is locked");
});

test("a Mac that has not enrolled yet is told from one whose MDM is off", () => {
  expect(because(host({ enrollment_status: "Pending" }), "refetch")).toBe("The Mac has not enrolled yet");
  expect(because(host({ enrollment_status: "Off" }), "refetch")).toBe("MDM is off");
});

test("what was asked is not asked twice", () => {
  expect(because(host({}, { refetch_requested: true }), "refetch")).toBe("Asked, waiting for its answer");
});

test("release is there while the Mac waits", () => {
  expect(names(host({ macos_setup: { stage: "preparing" } }), "RUN_COMMANDS")).toContain("release");
  expect(names(host({ macos_setup: { stage: "ended" } }), "RUN_COMMANDS")).not.toContain("release");
});

test("a bypass code is offered unless it is known that none is kept", () => {
  const because = (kept?: boolean) => actionsFor(host({}), (permission) => permission === "VIEW_DEVICE_SECRETS", [], kept).find(({ name }) => name === "showBypassCode")?.because;
  expect(because()).toBeUndefined();
  expect(because(true)).toBeUndefined();
  expect(because(false)).toBe("No bypass code is kept");
});
