import { expect, test } from "vitest";
import { pageOf, wanted } from "./filters";

const address = (text: string) => {
  const parameters = new URLSearchParams(text);
  return (name: string) => parameters.get(name) ?? "";
};

const said = (text: string) => JSON.parse(JSON.stringify(wanted(address(text), 3)));

test("the address says which Macs are shown", () => {
  expect(said("")).toEqual({ team_id: 3 });
  expect(said("query=C02&which=left")).toEqual({ team_id: 3, query: "C02", done: false });
  expect(said("which=archived&step=enrolled&state=blocked")).toEqual({ team_id: 3, archived: true, step: "enrolled", state: "blocked" });
});

test("what the address cannot mean is left out", () => {
  expect(said("step=other&state=blocked")).toEqual({ team_id: 3 });
  expect(said("step=enrolled&state=other")).toEqual({ team_id: 3, step: "enrolled" });
  expect(["page=2", "page=-1", "page=x", ""].map((text) => pageOf(address(text)))).toEqual([2, 0, 0, 0]);
});
