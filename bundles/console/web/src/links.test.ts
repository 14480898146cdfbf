import { expect, test } from "vitest";
import { areas } from "./app/areas";

const sources = import.meta.glob<string>("./**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });

const patterns = areas.map((area) => new RegExp(`^${area.path.replace(/:\w+/g, "[^/]+")}$`));

test("links between pages lead to pages", () => {
  const targets = Object.entries(sources)
    .filter(([path]) => !path.includes(".test."))
    .flatMap(([path, source]) =>
      [...source.matchAll(/["'`/](?=(?:controls|settings|hosts|devices|migration|activity|help)\/)([a-z/-]+(?:\$\{[^}]*\}[a-z/-]*)*)[?"'`]/g)].map(
        (match) => [path, (match[1] ?? "").replace(/\$\{[^}]*\}/g, "x")] as const,
      ),
    )
    .filter(([path]) => !/\.\/(api|.*\/index)\b/.test(path));
  const lost = targets.filter(([, target]) => /^(controls|settings|devices)\//.test(target) && !patterns.some((pattern) => pattern.test(target)));
  expect(targets.length).toBeGreaterThan(5);
  expect(lost).toEqual([]);
});
