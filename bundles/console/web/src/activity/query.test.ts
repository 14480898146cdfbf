import { expect, test } from "vitest";
import { beginning, parameters } from "./query";

test("a day begins where the browser is, and ends with the next", () => {
  expect(new Date(beginning("2026-03-01")).getHours()).toBe(0);
  expect(new Date(beginning("2026-02-28", 1)).getDate()).toBe(1);
  expect(beginning("yesterday")).toBe("");
});

test("only what can be asked is asked", () => {
  const address = new Map([
    ["type", "locked_host"],
    ["host_id", "7x"],
    ["actor", " ada@example.com "],
  ]);
  expect(parameters((name) => address.get(name) ?? "", 3)).toEqual({
    type: "locked_host",
    actor: "ada@example.com",
    team_id: 3,
  });
});
