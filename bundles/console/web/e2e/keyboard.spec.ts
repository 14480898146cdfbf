import { type Locator, type Page } from "@playwright/test";
import { ADMIN, expect, PASSWORD, test } from "./console";

const MOST_STEPS = 80;

/** Goes on with a key until this, or what is in it, has the focus. */
async function goTo(page: Page, target: Locator, key: string) {
  await expect(target).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there`);
}

const tabTo = (page: Page, target: Locator) => goTo(page, target, "Tab");
const arrowTo = (page: Page, target: Locator) => goTo(page, target, "ArrowDown");

async function press(page: Page, target: Locator, key = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test("five tasks need no mouse", async ({ page }) => {
  const navigation = page.getByRole("navigation", { name: "Pages" });
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
    await expect(page.getByRole("gridcell", { name: "By keyboard", exact: true }).first()).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
  await test.step("make it dark", async () => {
    await press(page, page.getByRole("button", { name: /^Theme/ }));
    await arrowTo(page, page.getByRole("option", { name: "Dark" }));
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveClass(/pf-v6-theme-dark/);
  });
  await test.step("log out", async () => {
    await press(page, page.getByRole("button", { name: ADMIN.name }));
    await arrowTo(page, page.getByRole("menuitem", { name: "Log out" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Log in to Pomona" })).toBeVisible();
  });
});
