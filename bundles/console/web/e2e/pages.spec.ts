import type { Page } from "@playwright/test";
import { areas } from "../src/app/areas";
import { look } from "./axe";
import { call, enter, expect, test } from "./console";
import { ids, pages, publicPages, sections } from "./pages";

test("the list of pages has every page of the console", () => {
  expect(pages.map((page) => page.path).sort()).toEqual(areas.map((area) => area.path).sort());
});

/** The address that opens the page of a Mac for its user; the one before ends. */
async function linkOf(page: Page, host: number): Promise<string> {
  const made = await call(page, "POST", `hosts/${host}/device_link`);
  return new URL(((await made.json()) as { url: string }).url).pathname;
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
      const ended = await linkOf(page, host);
      await page.goto(await linkOf(page, host));
      await look(page, `my-device-${colorScheme}`);
      for (const [name, path] of [["ended", ended], ["wrong", "/device/nobodys"]] as const) {
        await page.goto(path);
        await look(page, `my-device-${name}-${colorScheme}`);
      }
      for (const path of publicPages) {
        await page.goto(`/${path}`);
        await look(page, `${path.replaceAll("/", "-")}-${colorScheme}`);
      }
    });

    test("nor what somebody sees whose Mac is not managed yet", async ({ page }) => {
      await enter(page);
      const added = await call(page, "POST", "hosts", { serial: `OFFMAC${colorScheme.toUpperCase()}`, name: "Otto's MacBook Air" });
      const { host_id: host } = (await added.json()) as { host_id: number };
      await page.goto(await linkOf(page, host));
      await expect(page.getByRole("link", { name: "Turn on MDM", exact: true })).toBeVisible();
      await look(page, `my-device-off-${colorScheme}`);
    });

    test("nor the entrance", async ({ page }) => {
      await page.goto("/console/");
      await expect(page.getByLabel("Email")).toBeVisible();
      await look(page, `login-${colorScheme}`, 2);
    });
  });
}
