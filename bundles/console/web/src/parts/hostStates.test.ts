import { expect, test } from "vitest";
import type { Host } from "../host/Host";
import { encryptionState, profilesState, updateState } from "./hostStates";

const host = (enrollment_status: string, status: string | null = null) =>
  ({ mdm: { enrollment_status, os_settings: { disk_encryption: { status } }, macos_update: null } }) as unknown as Host;

test("nothing is known of a Mac that is off or pending, whatever its team requires", () => {
  expect(encryptionState(host("Off")).text).toBe("Not known");
  expect(encryptionState(host("Pending")).text).toBe("Not known");
  expect(updateState(host("Off")).text).toBe("Not known");
});

test("a Mac that is on says how far it is, or that nothing is required", () => {
  expect(encryptionState(host("On (manual)")).text).toBe("Not required");
  expect(encryptionState(host("On (manual)", "verified")).text).toBe("Encrypted, key kept");
  expect(updateState(host("On (automatic)")).text).toBe("Not required");
});

test("profiles of a Mac that is on are as its worst, or there are none", () => {
  const mac = (enrollment_status: string, profiles_status: string | null) =>
    ({ mdm: { enrollment_status, profiles_status } }) as unknown as Host;
  expect(profilesState(mac("On (manual)", "failed")).text).toBe("Failed");
  expect(profilesState(mac("On (manual)", null)).text).toBe("None");
  expect(profilesState(mac("Off", null)).text).toBe("Not known");
});
