import { enter, expect, test } from "./console";

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
