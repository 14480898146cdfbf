import { expect, test } from "vitest";
import { ago, time } from "./time";

const NOW = Date.parse("2026-03-01T12:00:00Z");

test("what never was is told so", () => {
  expect(time(null)).toBe("never");
  expect(ago(undefined)).toBe("never");
});

test("how long ago is rounded to what people say", () => {
  expect(ago("2026-03-01T11:59:57Z", NOW)).toBe("3 seconds ago");
  expect(ago("2026-03-01T11:10:00Z", NOW)).toBe("50 minutes ago");
  expect(ago("2026-02-28T12:00:00Z", NOW)).toBe("yesterday");
});

test("a clock that is ahead makes nothing happen in the future", () => {
  expect(ago("2026-03-01T12:00:09Z", NOW)).toBe("now");
});
