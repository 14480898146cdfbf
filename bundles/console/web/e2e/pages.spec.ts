import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { areas } from "../src/app/areas";
import { grave } from "./axe";
import { call, enter, expect, test } from "./console";
import { ids, pages, publicPages, sections } from "./pages";

const SHOTS = "../target/screenshots";

test("the list of pages has every page of the console", () => {
  expect(pages.map((page) => page.path).sort()).toEqual(areas.map((area) => area.path).sort());
});

const NAMELESS = /^\s*- (button|link|textbox|checkbox|combobox|switch|radio|tab|menuitem|grid|dialog)( \[[^\]]*\])*:?$/;

/** Keeps what a screen reader finds on the page: whatever can be used has a name, and the page has one title. */
async function read(page: Page, name: string) {
  const found = await page.locator("body").ariaSnapshot();
  await writeFile(`${SHOTS}/${name}.txt`, found);
  const lines = found.split("\n");
  expect.soft(lines.filter((line) => NAMELESS.test(line)), `${name}: without a name`).toEqual([]);
  expect.soft(lines.filter((line) => /^\s*- heading .*\[level=1\]/.test(line)), `${name}: its title`).toHaveLength(1);
  expect.soft(lines.filter((line) => /^\s*- main\b/.test(line)), `${name}: its main part`).toHaveLength(1);
}

/** Takes the picture of what is shown, and lets nobody be kept from it. */
async function look(page: Page, name: string) {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
  await read(page, name);
  expect.soft(await grave(page), name).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test.setTimeout(240_000);

    test("nobody finds a page that he cannot use, and here is how they look", async ({ page }) => {
      await enter(page);
      const known = await ids(page);
      for (const one of pages) {
        await page.goto(`/console/${one.at(known)}`);
        await look(page, `${one.name}-${colorScheme}`);
      }
    });

    test("nor a section of a Mac, nor an address without a page", async ({ page }) => {
      await enter(page);
      const { host } = await ids(page);
      for (const section of sections) {
        await page.goto(`/console/hosts/${host}?section=${section}`);
        await look(page, `host-${section}-${colorScheme}`);
      }
      await page.goto("/console/nowhere");
      await look(page, `lost-${colorScheme}`);
    });

    test("nor what the people at the Macs see", async ({ page }) => {
      await enter(page);
      const { host } = await ids(page);
      const made = await call(page, "POST", `hosts/${host}/device_link`);
      const { url } = (await made.json()) as { url: string };
      await page.goto(new URL(url).pathname);
      await look(page, `my-device-${colorScheme}`);
      for (const path of publicPages) {
        await page.goto(`/${path}`);
        await look(page, `${path.replaceAll("/", "-")}-${colorScheme}`);
      }
    });

    test("nor the entrance", async ({ page }) => {
      await page.goto("/console/");
      await expect(page.getByLabel("Email")).toBeVisible();
      await page.screenshot({ path: `${SHOTS}/login-${colorScheme}.png` });
      expect(await grave(page)).toEqual([]);
    });
  });
}
