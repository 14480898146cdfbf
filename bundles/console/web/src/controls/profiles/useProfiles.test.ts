import { expect, test } from "vitest";
import { LIVE } from "../../api/queries";
import { pace } from "./useProfiles";

const on = (macs: number) => ({ verified: macs - 2, verifying: 0, pending: 1, failed: 1 });

test("most are counted live, and the largest teams more seldom", () => {
  expect(pace({})).toBe(LIVE);
  expect(pace({ a: on(10_000), b: on(10_000) })).toBe(LIVE);
  expect(pace(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}`, on(50_000)])))).toBe(10_000);
});
