import { expect, test } from "vitest";
import { faults, pageOf } from "./faults";

const line = (name: string, level: "ok" | "warning" | "error") => ({ name, level, message: `${name}.` });

test("errors come before warnings, and what is fine is left out", () => {
  const lines = [line("a", "warning"), line("b", "ok"), line("c", "error"), line("d", "warning")];
  expect(faults(lines).map((some) => some.name)).toEqual(["c", "a", "d"]);
});

test("a fault leads to the page where it is mended, and to the status where there is none", () => {
  expect(pageOf("apns.vendor").path).toBe("settings/integrations/mdm");
  expect(pageOf("abm.sync.orchard").path).toBe("settings/integrations/mdm/abm");
  expect(pageOf("abm.setup").path).toBe("hosts");
  expect(pageOf("organization.webhooks").path).toBe("settings/integrations/webhooks");
  expect(pageOf("escrow.certificate").path).toBe("controls/disk-encryption");
  expect(pageOf("organization.activities").path).toBe("activity");
  expect(pageOf("enrollment.identities").path).toBe("hosts");
  expect(pageOf("commands.queue").path).toBe("settings/status");
  expect(pageOf("example.disk").path).toBe("settings/status");
});
