import { AxeBuilder } from "@axe-core/playwright";
import { areas } from "../src/app/areas";
import { enter, expect, test } from "./console";
import { ids, pages } from "./pages";

const SHOTS = "../target/screenshots";

test("the list of pages has every page of the console", () => {
  expect(pages.map((page) => page.path).sort()).toEqual(areas.map((area) => area.path).sort());
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test.setTimeout(240_000);

    test("nobody finds a page that he cannot use, and here is how they look", async ({ page }) => {
      await enter(page);
      const known = await ids(page);
      for (const one of pages) {
        await page.goto(`/console/${one.at(known)}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByRole("progressbar")).toHaveCount(0);
        await page.screenshot({ path: `${SHOTS}/${one.name}-${colorScheme}.png` });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const grave = violations
          .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
          .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`);
        expect.soft(grave, `${one.path} in ${colorScheme}`).toEqual([]);
      }
    });

    test("nor the entrance", async ({ page }) => {
      await page.goto("/console/");
      await expect(page.getByLabel("Email")).toBeVisible();
      await page.screenshot({ path: `${SHOTS}/login-${colorScheme}.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.filter((violation) => violation.impact === "serious" || violation.impact === "critical")).toEqual([]);
    });
  });
}
