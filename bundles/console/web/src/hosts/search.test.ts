import { expect, test } from "vitest";
import { changed, cleared, filtersOf, lastPage, narrowed, paged, searchOf, wanted } from "./search";

const of = (text: string) => searchOf(new URLSearchParams(text));

test("an address without anything shows all hosts by name", () => {
  const search = of("");
  expect(search).toMatchObject({ page: 0, perPage: 50, orderKey: "display_name", descending: false });
  expect(wanted(search)).toEqual({});
  expect(narrowed(search)).toBe(false);
});

test("what makes no sense in an address is left out", () => {
  const search = of("page=-1&per_page=7&mdm_enrollment_status=maybe&macos_settings=failed&team_id=x");
  expect(search).toMatchObject({ page: 0, perPage: 50, team: 0 });
  expect(search.filters).toEqual({ macos_settings: "failed" });
  expect(narrowed(search)).toBe(true);
});

test("team 0 is no team, which is not all teams", () => {
  expect(wanted(of("team_id=0&query=ada"))).toEqual({ team_id: "0", query: "ada" });
});

test("another filter begins at the first page, another page keeps the filter", () => {
  const before = new URLSearchParams("query=ada&page=3");
  expect(changed(before, { query: "eve" }).toString()).toBe("query=eve");
  expect(changed(before, { page: "4" }).toString()).toBe("query=ada&page=4");
  expect(changed(before, { query: undefined }).toString()).toBe("");
});

test("a page is asked for with its order, a file and a transfer without a page", () => {
  const search = of("query=ada&team_id=3&macos_updates=overdue&order_key=os_version&order_direction=desc&page=2&per_page=20");
  expect(paged(search)).toEqual({
    query: "ada",
    team_id: "3",
    macos_updates: "overdue",
    order_key: "os_version",
    order_direction: "desc",
    page: "2",
    per_page: "20",
  });
  expect(filtersOf(search)).toEqual({ query: "ada", team_id: 3, macos_updates: "overdue" });
});

test("to clear leaves team, order and page size", () => {
  const before = new URLSearchParams("query=a&macos_settings=failed&team_id=3&order_key=seen_time&per_page=20&page=2");
  expect(cleared(before).toString()).toBe("team_id=3&order_key=seen_time&per_page=20");
});

test("the last page is the first where there is nothing", () => {
  expect(lastPage(of(""), 0)).toBe(0);
  expect(lastPage(of(""), 50)).toBe(0);
  expect(lastPage(of("per_page=20"), 41)).toBe(2);
});
