import { expect, test } from "vitest";
import { anchor, contents, fileOf, guide, INDEX, parts, target } from "./guide";

const sources = import.meta.glob<string>("../**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
const pages = import.meta.glob<string>("../../../../../docs/guide/*.md", { query: "?raw", import: "default", eager: true });

const code = Object.entries(sources)
  .filter(([path]) => !path.includes(".test.") && !path.endsWith("schema.d.ts"))
  .map(([, source]) => source);

test("every help link of the console names a page of the guide", () => {
  const named = code.flatMap((source) =>
    [...source.matchAll(/<HelpLink[^>]*? page="([^"]+)"/g)].map((match) => match[1] ?? ""),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((page) => !guide.has(page))).toEqual([]);
});

test("every page of the guide is reached from its index, once", () => {
  const reached = contents().flatMap((group) => group.pages);
  expect(reached.toSorted()).toEqual([...guide.keys()].filter((page) => page !== INDEX).toSorted());
});

// Words in italics are on a page of the console; a path to them has " > " between its parts.
test("what the guide calls by its label is on a page", () => {
  // Of one text, wherever its lines are broken.
  const shown = code.join("\n").replace(/\s+/g, " ");
  const lost = [...guide].flatMap(([page, text]) =>
    [...text.replace(/```[^]*?```|`[^`\n]*`/g, "").matchAll(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/g)]
      .flatMap((match) => (match[1] ?? "").split(" > "))
      .filter((label) => !shown.includes(label))
      .map((label) => `${page}: ${label}`),
  );
  expect(lost).toEqual([]);
});

test("links lead to pages of the guide and of the guide for users, and nowhere else", () => {
  expect(target("profiles.md")).toBe("/help/profiles");
  expect(target("profiles.md#add-it")).toBe("/help/profiles#add-it");
  expect(target("#add-it")).toBe("#add-it");
  expect(target("README.md")).toBe("/help");
  expect(target("../guide/turn-on-mdm.md")).toBe("/device/guide/turn-on-mdm");
  expect(target("../operate/profiles.md")).toBeUndefined();
  expect(target("javascript:alert(1)")).toBeUndefined();
});

test("a link to what the console does not show names the file", () => {
  expect(fileOf("../operate/profiles.md")).toBe("docs/operate/profiles.md");
  expect(fileOf("../operate/my-device.md#self-service-enrollment")).toBe("docs/operate/my-device.md");
  expect(fileOf("../openapi.yaml")).toBe("docs/openapi.yaml");
  expect(fileOf("../guide/turn-on-mdm.md")).toBeUndefined();
  expect(fileOf("javascript:alert(1)")).toBeUndefined();
});

test("the first heading is the title", () => {
  expect(parts("# One\n\nTwo")).toEqual({ title: "One", body: "\nTwo" });
});

test("a heading has an anchor as it has elsewhere", () => {
  expect(anchor("2. With mdmcert.download")).toBe("2-with-mdmcertdownload");
});

test("the guide for users has nothing that its pages cannot show", () => {
  const texts = Object.values(pages);
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter((text) => /<[a-z/!]|^\||!\[/m.test(text))).toEqual([]);
});
