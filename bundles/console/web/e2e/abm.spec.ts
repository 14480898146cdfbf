import { readFile } from "node:fs/promises";
import { enter, expect, teamId, test } from "./console";
import { abmToken, buyMacs } from "./world";

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
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Hosts" }).click();
  await expect(page.getByRole("row").filter({ hasText: serial! })).toContainText("MDM pending");
});
