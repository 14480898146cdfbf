// @ts-expect-error Tests run in Node, whose types are not there.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Piece, sentence, SENTENCES } from "./sentences";

const words = (pieces: Piece[]) =>
  pieces.map((piece) => (typeof piece === "string" ? piece : piece.words)).join("");

/** The table of the page about activities, which another test holds against the server. */
const types = () =>
  [...(readFileSync("../../../docs/operate/activities.md", "utf8") as string).matchAll(/^\| `([a-z_]+)` \|(.*)\|$/gm)]
    .map((row) => ({
      type: row[1] ?? "",
      fields: [...(row[2] ?? "").matchAll(/`([a-z_]+)`/g)].map((field) => field[1] ?? ""),
    }))
    .filter(({ type }) => !["altered", "missing", "reordered", "unchained", "not_as_noted"].includes(type));

test("every type of the table has its sentence, and no other has", () => {
  expect(types().length).toBeGreaterThan(80);
  expect(Object.keys(SENTENCES).sort()).toEqual(types().map(({ type }) => type).sort());
});

test("a sentence holds with all details and with none", () => {
  for (const { type, fields } of types()) {
    const all = Object.fromEntries(
      fields.map((field) => [field, /(^|_)id$|attempts|days_left/.test(field) ? 7 : `<b>${field}</b>`]),
    );
    for (const details of [all, {}]) {
      const told = words(sentence(type, details));
      expect(told, type).toMatch(/^[a-z].*\.$/s);
      expect(told, type).not.toMatch(/undefined|NaN|\[object/);
    }
  }
});

test("what is not known is told by its name and details", () => {
  expect(words(sentence("grafted_tree", { kind: "pear", count: 3 }))).toBe(
    "grafted_tree (kind: pear, count: 3).",
  );
  expect(words(sentence("constructor", {}))).toBe("constructor.");
});

test("Macs and teams can be gone to", () => {
  expect(sentence("locked_host", { host_id: 5, host_display_name: "Ada's Mac" })).toContainEqual({
    words: "Ada's Mac",
    to: "/hosts/5",
  });
  expect(words(sentence("transferred_hosts", { host_ids: [1, 2, 3, 4, 5], host_display_names: ["A", "B", "C"] }))).toBe(
    "moved A, B, C and 2 more from no team to no team.",
  );
});
