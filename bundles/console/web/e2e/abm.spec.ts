import { readFile } from "node:fs/promises";
import { enter, expect, teamId, test } from "./console";
import { abmToken, assigningWorks, buyMacs } from "./world";

test("Apple Business Manager is connected, and its Macs are pending in the default team", async ({ page }) => {
  await enter(page);
  await teamId(page, "Orchard");
  await page.goto("/console/settings/integrations/mdm/abm");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download public key" }).click();
  const token = await abmToken(page, await readFile(await (await download).path()));
  const form = page.getByRole("form", { name: "Server token" });
  await form.locator("input[type=file]").setInputFiles({ name: "token.p7m", mimeType: "application/pkcs7-mime", buffer: token });
  await form.getByRole("button", { name: "Upload token" }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Edit default team" });
  await dialog.getByRole("button", { name: /^Default team/ }).click();
  await page.getByRole("option", { name: "Orchard" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);

  const [serial] = await buyMacs(page, 3);
  await page.getByRole("button", { name: "Sync now" }).click();
  await page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link", { name: "Hosts" }).click();
  await expect(page.getByRole("row").filter({ hasText: serial! })).toContainText("MDM pending");
});

test("an assignment that failed is seen, and made again when somebody says so", async ({ page }) => {
  await enter(page);
  await assigningWorks(page, false);
  const [serial] = await buyMacs(page, 1);
  await page.goto("/console/settings/integrations");
  await page.getByRole("navigation", { name: "Pages of MDM" }).getByRole("tab", { name: "Assignments" }).click();
  const row = page.getByRole("grid", { name: "Assignments" }).getByRole("row").filter({ hasText: serial! });
  await expect(row).toContainText("Failed", { timeout: 60_000 });

  await assigningWorks(page, true);
  await row.getByRole("button", { name: `Assign ${serial} again` }).click();
  await expect(page.getByText("Apple assigns the profile once more")).toBeVisible();
  await expect(row.getByText("Assigned", { exact: true })).toBeVisible();
});
