import { expect, test } from "vitest";
import { all, below, compare, isVersion } from "./versions";

test("versions are compared by number, not by letter", () => {
  expect(compare("14.10", "14.9")).toBeGreaterThan(0);
  expect(compare("15", "15.0.0")).toBe(0);
  expect(compare("14.6.1", "14.6.2")).toBeLessThan(0);
});

test("what is no version is told from what is", () => {
  expect(["15", "14.6.1", "10.15.7"].every(isVersion)).toBe(true);
  expect(["", "15.", "Sonoma", "15.1 beta", "1.2.3.4"].some(isVersion)).toBe(false);
});

test("Macs that have not said what they run are counted, and not as too old", () => {
  const counts = [
    { version: "15.1", state: "none", hosts: 3 },
    { version: "14.6", state: "none", hosts: 4 },
    { version: "", state: "none", hosts: 5 },
  ];
  expect(below(counts, "15")).toBe(4);
  expect(below(counts, "16")).toBe(7);
  expect(all(counts)).toBe(12);
});
