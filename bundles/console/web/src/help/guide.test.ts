import { expect, test } from "vitest";
import { guide, INDEX, parts, target } from "./guide";

const sources = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });

test("every help link of the console names a page of the guide", () => {
  const named = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/<HelpLink[^>]*? page="([^"]+)"/g)].map((match) => match[1] ?? ""),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((page) => !guide.has(page))).toEqual([]);
});

test("every page of the guide is reached from its index", () => {
  const index = guide.get(INDEX) ?? "";
  const missing = [...guide.keys()].filter((page) => page !== INDEX && !index.includes(`(${page}.md)`));
  expect(missing).toEqual([]);
});

test("links lead to pages of the guide and of the guide for users, and nowhere else", () => {
  expect(target("profiles.md")).toBe("/help/profiles");
  expect(target("README.md")).toBe("/help");
  expect(target("../guide/turn-on-mdm.md")).toBe("/device/guide/turn-on-mdm");
  expect(target("../operate/profiles.md")).toBeUndefined();
  expect(target("javascript:alert(1)")).toBeUndefined();
});

test("the first heading is the title", () => {
  expect(parts("# One\n\nTwo")).toEqual({ title: "One", body: "\nTwo" });
});
