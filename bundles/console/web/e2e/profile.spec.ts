import { readFile } from "node:fs/promises";
import { lookInBoth } from "./axe";
import { enter, expect, teamId, test } from "./console";

const EXAMPLE = "../../../docs/examples/screensaver.mobileconfig";
const NAME = "Lock the screen after ten minutes";

test("a profile is uploaded, and becomes verified while somebody looks on", async ({ page }) => {
  await enter(page);
  await page.goto("/console/controls/profiles");
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Upload profiles" });
  await dialog.locator("input[type=file]").setInputFiles(EXAMPLE);
  await expect(dialog.getByText("screensaver.mobileconfig").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole("grid", { name: "Profiles" }).getByRole("row").filter({ hasText: NAME });
  await expect(row).toContainText(/[1-9]\d*\sverified/);

  await page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link", { name: "Hosts" }).click();
  await page.getByRole("link", { name: "Noor's MacBook Pro" }).click();
  await page.getByRole("navigation", { name: "Sections of this Mac" }).getByText("Profiles").click();
  await expect(page.getByRole("row").filter({ hasText: NAME })).toContainText("Verified");
});

/** As the old MDM exported it. */
const moved = (xml: string, number: number) =>
  Buffer.from(xml.replaceAll(NAME, `${NAME} ${number}`).replaceAll(/(<key>PayloadIdentifier<\/key>\s*<string>)/g, `$1moved${number}.`).replaceAll(/(6E1B9C5|B2F0D3A)\d/g, `$1${number}`));

test("the profiles of the old MDM are looked at first, and then taken over", async ({ page }) => {
  await enter(page);
  const team = await teamId(page, "Moved");
  await page.goto(`/console/controls/profiles?team_id=${team}`);
  await page.getByRole("button", { name: "Import", exact: true }).first().click();
  const dialog = page.getByRole("dialog", { name: "Import profiles of another MDM" });
  const xml = await readFile(EXAMPLE, "utf8");
  await dialog.locator("input[type=file]").setInputFiles([
    { name: "one.mobileconfig", mimeType: "application/x-apple-aspen-config", buffer: moved(xml, 1) },
    { name: "two.mobileconfig", mimeType: "application/x-apple-aspen-config", buffer: moved(xml, 2) },
    { name: "broken.mobileconfig", mimeType: "application/x-apple-aspen-config", buffer: Buffer.from("no profile") },
  ]);
  await dialog.getByRole("button", { name: "Check", exact: true }).click();
  const files = dialog.getByRole("grid", { name: "Files" });
  await expect(files.getByRole("row").filter({ hasText: "broken.mobileconfig" })).toContainText(/Refused|No profile/);
  await expect(files.getByRole("row").filter({ hasText: "two.mobileconfig" })).toContainText(`${NAME} 2`);
  await expect(page.getByRole("grid", { name: "Profiles", includeHidden: true })).toHaveCount(0);
  await lookInBoth(page, "import-profiles");
  await dialog.getByRole("button", { name: "Add 2", exact: true }).click();
  await expect(dialog.getByText(/Added: 2\./)).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(dialog).toHaveCount(0);
  const profiles = page.getByRole("grid", { name: "Profiles" });
  await expect(profiles.getByRole("row").filter({ hasText: `${NAME} 1` })).toHaveCount(1);
  await expect(profiles.getByRole("row").filter({ hasText: `${NAME} 2` })).toHaveCount(1);
});
