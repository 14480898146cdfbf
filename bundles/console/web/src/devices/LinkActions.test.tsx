import { describe, expect, it } from "vitest";
import { sentence } from "./LinkActions";

const LINK = { made_by: "Ann", made_at: "2026-01-01T10:00:00Z", ends_at: "2026-01-31T10:00:00Z", ended: false };

describe("the state of a link", () => {
  it("says that there is none", () => {
    expect(sentence(null)).toContain("No link");
  });
  it("says who made it, and that nobody has opened it", () => {
    expect(sentence({ ...LINK, used_at: null })).toMatch(/Made by Ann .*never opened.*Ends on/);
  });
  it("says that it has ended", () => {
    expect(sentence({ ...LINK, ended: true, used_at: "2026-01-02T10:00:00Z" })).toMatch(/opened.*has ended/);
  });
});
