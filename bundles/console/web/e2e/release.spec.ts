import { enter, expect, json, test } from "./console";
import { macWaits, setUpMac } from "./world";

const WAIT = "Macs wait in Setup Assistant until somebody releases them here";

test("a Mac waits in Setup Assistant until somebody releases it on its page", async ({ page }) => {
  await enter(page);
  await page.goto("/console/controls/setup?team_id=0");
  const wait = page.getByRole("switch", { name: WAIT });
  await expect(wait).toBeEnabled();
  await page.getByText(WAIT, { exact: true }).click();
  await expect(wait).toBeChecked();

  const { serial } = await setUpMac(page, "Kai's MacBook Air");
  const { host } = await json<{ host: { id: number } }>(page, `hosts/identifier/${serial}`);
  await page.goto(`/console/hosts/${host.id}`);
  await expect(page.getByText("Waits in Setup Assistant", { exact: true })).toBeVisible();
  expect(await macWaits(page, serial)).toBe(true);
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Release from Setup Assistant" }).click();
  const dialog = page.getByRole("dialog", { name: "Release from Setup Assistant?" });
  await dialog.getByRole("button", { name: "Release", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => macWaits(page, serial)).toBe(false);
  await expect(page.getByText("Waits in Setup Assistant", { exact: true })).toHaveCount(0);

  await page.goto("/console/controls/setup?team_id=0");
  await expect(wait).toBeChecked();
  await page.getByText(WAIT, { exact: true }).click();
  await expect(wait).not.toBeChecked();
});
