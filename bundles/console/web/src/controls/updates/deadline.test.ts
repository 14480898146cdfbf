import { expect, test } from "vitest";
import { isPast, isWhole } from "./deadline";

test("a day is past when it is over, not while it lasts", () => {
  const noon = new Date("2026-12-24T12:00:00");
  expect(isPast("2026-12-23", noon)).toBe(true);
  expect(isPast("2026-12-24", noon)).toBe(false);
  expect(isPast("", noon)).toBe(false);
});

test("a version needs a deadline and a deadline a version", () => {
  expect(isWhole("15.1", "")).toBe(false);
  expect(isWhole("", "2026-12-24")).toBe(false);
  expect(isWhole("", "")).toBe(true);
});
