import { expect, test } from "vitest";
import { SENTENCES } from "./sentences";
import { TYPES, typeName } from "./types";

test("each type that is told in a sentence has a name of its own in words", () => {
  const names = Object.keys(SENTENCES).map(typeName);
  expect(names.filter((name, place) => name === Object.keys(SENTENCES)[place]!.replaceAll("_", " "))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test("names are in the order of the alphabet", () => {
  const labels = TYPES.map((type) => type.label);
  expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other)));
});

test("a type of a newer server is told by its words", () => {
  expect(typeName("opened_a_window")).toBe("opened a window");
  expect(typeName("constructor")).toBe("constructor");
});
