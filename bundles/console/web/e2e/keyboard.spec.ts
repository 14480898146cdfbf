import { type Locator, type Page } from "@playwright/test";
import { ADMIN, expect, PASSWORD, test } from "./console";

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let step = 0; step < 80; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}

async function press(page: Page, target: Locator, key = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Chooses within a menu that has just been opened. */
async function choose(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let step = 0; step < 10; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press("Enter");
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error("The arrows do not lead there");
}

test("five tasks need no mouse", async ({ page }) => {
  const navigation = page.getByRole("navigation", { name: "Pages", exact: true });
  await test.step("log in", async () => {
    await page.goto("/console/");
    await tabTo(page, page.getByLabel("Email"));
    await page.keyboard.type(ADMIN.email);
    await tabTo(page, page.getByLabel("Password"));
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(navigation).toBeVisible();
  });
  await test.step("go to a Mac", async () => {
    await press(page, page.getByRole("link", { name: "Noor's MacBook Pro" }));
    await expect(page.getByRole("heading", { name: "Noor's MacBook Pro", level: 1 })).toBeVisible();
  });
  await test.step("add a team", async () => {
    await press(page, navigation.getByRole("link", { name: "Teams" }));
    await press(page, page.getByRole("button", { name: "Add team" }));
    await tabTo(page, page.getByRole("dialog").getByLabel("Name"));
    await page.keyboard.type("By keyboard");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("gridcell", { name: "By keyboard" }).first()).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
  await test.step("make it dark", async () => {
    await press(page, page.getByRole("button", { name: /^Theme/ }));
    await choose(page, page.getByRole("option", { name: "Dark" }));
    await expect(page.locator("html")).toHaveClass(/pf-v6-theme-dark/);
  });
  await test.step("log out", async () => {
    await press(page, page.getByRole("button", { name: ADMIN.name }));
    await choose(page, page.getByRole("menuitem", { name: "Log out" }));
    await expect(page.getByRole("heading", { name: "Log in to Pomona" })).toBeVisible();
  });
});
