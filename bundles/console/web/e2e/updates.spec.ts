import { enter, expect, json, test } from "./console";

test("a macOS is required by a day, and the page of a Mac says so", async ({ page }) => {
  await enter(page);
  await page.goto("/console/controls/updates");
  await page.getByRole("button", { name: "Require a macOS" }).click();
  const dialog = page.getByRole("dialog", { name: "Require a macOS" });
  await dialog.getByLabel("Minimum version").fill("15.9");
  const deadline = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Deadline").fill(deadline);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "macOS 15.9 or later" })).toBeVisible();

  const { hosts } = await json<{ hosts: { id: number }[] }>(page, "hosts?query=Noor");
  await page.goto(`/console/hosts/${hosts[0]!.id}?section=updates`);
  await expect(page.getByText("15.9").first()).toBeVisible();
});
