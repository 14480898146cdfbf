import { expect, test } from "vitest";
import { isPast } from "./deadline";

test("a day is past when it is over, not while it lasts", () => {
  const noon = new Date("2026-12-24T12:00:00");
  expect(isPast("2026-12-23", noon)).toBe(true);
  expect(isPast("2026-12-24", noon)).toBe(false);
  expect(isPast("", noon)).toBe(false);
});

test("a moment is past to the second", () => {
  expect(isPast("2026-12-24T20:00:00Z", new Date("2026-12-24T20:00:01Z"))).toBe(true);
  expect(isPast("2026-12-24T20:00:00Z", new Date("2026-12-24T19:59:59Z"))).toBe(false);
  expect(isPast(null)).toBe(false);
});
