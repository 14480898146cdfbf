import { expect, test } from "vitest";
import { counted, foremost, total } from "./statuses";

test("Macs on which a profile failed come before all others", () => {
  expect(foremost({ verified: 7, verifying: 0, pending: 2, failed: 1 })).toBe("failed");
  expect(foremost({ verified: 7, verifying: 0, pending: 2, failed: 0 })).toBe("pending");
  expect(foremost({ verified: 7, verifying: 0, pending: 0, failed: 0 })).toBe("verified");
  expect(foremost({ verified: 0, verifying: 0, pending: 0, failed: 0 })).toBe("failed");
  expect(foremost(undefined)).toBe("failed");
});

test("each Mac is counted once", () => {
  const summary = { verified: 7, verifying: 3, pending: 2, failed: 1 };
  expect(total(summary)).toBe(13);
  expect(counted(summary).map(({ count }) => count)).toEqual([1, 2, 3, 7]);
});
