import { expect, test } from "vitest";
import type { Mac } from "./steps";
import { isAutomatic, userText } from "./userText";

const mac = (more: Partial<Mac>): Mac =>
  ({ serial_number: "C02X", old_mdm: "Old MDM", enrollment: "unknown", steps: {}, ...more }) as Mac;

test("who comes by Apple Business Manager renews the enrollment, others install a profile", () => {
  expect(userText(mac({ enrollment: "automatic" }), "Acme", "https://mdm.example.com")).toContain("sudo profiles renew -type enrollment");
  expect(userText(mac({ enrollment: "manual" }), "Acme", "https://mdm.example.com")).toContain("download the profile");
  expect(isAutomatic(mac({ steps: { assigned: "done" } }))).toBe(true);
  expect(isAutomatic(mac({ steps: { assigned: "done" }, enrollment: "manual" }))).toBe(false);
});

test("everybody is told what stands in the way", () => {
  const text = userText(mac({}), "Acme", "https://mdm.example.com");
  for (const words of ["administrator account", "Activation Lock", "un-enrolled from Old MDM", "not enforced", "changerecovery", "https://mdm.example.com/device/guide/move-to-pomona"]) {
    expect(text).toContain(words);
  }
});
