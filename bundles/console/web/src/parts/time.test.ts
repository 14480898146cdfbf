import { expect, test } from "vitest";
import { ago, time, timely } from "./time";

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

test("times within a sentence of the server are those of this browser", () => {
  const instant = "2026-12-18T07:01:02Z";
  expect(timely(`The certificate ends in 20 days, on ${instant}. Due since 2026-12-18T07:01:02.123456Z.`)).toBe(
    `The certificate ends in 20 days, on ${time(instant)}. Due since ${time(instant)}.`,
  );
  expect(timely("It has ended.")).toBe("It has ended.");
});
