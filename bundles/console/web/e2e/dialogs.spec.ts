import type { Page } from "@playwright/test";
import { lookInBoth } from "./axe";
import { enter, expect, json, teamId, test } from "./console";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first();

async function open(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`/console/${path}`);
  await button(page, name).click();
}

async function openOfMac(page: Page, action: string): Promise<void> {
  const { hosts } = await json<{ hosts: { id: number }[] }>(page, "hosts?query=Noor");
  await open(page, `hosts/${hosts[0]!.id}`, "Actions");
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

async function openTransferOfMany(page: Page): Promise<void> {
  await teamId(page, "Orchard");
  await page.goto("/console/hosts?query=Noor");
  await page.getByLabel("Select Noor's MacBook Pro").check();
  await button(page, "Transfer 1 Mac").click();
}

const DIALOGS: Record<string, (page: Page) => Promise<void>> = {
  "Add team": (page) => open(page, "settings/teams", "Add team"),
  "Add person": (page) => open(page, "settings/users", "Add person"),
  "Add webhook": (page) => open(page, "settings/integrations/webhooks", "Add webhook"),
  "Upload profiles": (page) => open(page, "controls/profiles", "Upload"),
  "Require a macOS": (page) => open(page, "controls/updates", "Require a macOS"),
  "Transfer Noor's MacBook Pro": (page) => openOfMac(page, "Transfer to a team"),
  "Lock Noor's MacBook Pro?": (page) => openOfMac(page, "Lock"),
  "Wipe Noor's MacBook Pro?": (page) => openOfMac(page, "Wipe"),
  "Turn off MDM on Noor's MacBook Pro?": (page) => openOfMac(page, "Turn off MDM"),
  "Transfer 1 Mac": openTransferOfMany,
};

test("nobody is kept from a dialog, which closes by a key and gives back the focus", async ({ page }) => {
  test.setTimeout(240_000);
  await enter(page);
  for (const [name, show] of Object.entries(DIALOGS)) {
    await show(page);
    const dialog = page.getByRole("dialog", { name });
    await expect(dialog, name).toBeVisible();
    await expect(dialog.locator(":focus"), name).toHaveCount(1);
    await lookInBoth(page, name.toLowerCase().replaceAll(/[^a-z0-9 ]/g, "").replaceAll(" ", "-"));
    await page.keyboard.press("Escape");
    await expect(dialog, name).toHaveCount(0);
    await expect(page.locator("main :focus, header :focus"), `${name}: where the focus is afterwards`).toHaveCount(1);
  }
});
