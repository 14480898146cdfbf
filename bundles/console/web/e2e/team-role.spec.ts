import { enter, expect, PEOPLE, test } from "./console";

const PAGES = ["controls/updates", "controls/disk-encryption", "controls/profiles", "controls/declarations", "controls/setup"];

test("whoever has a role in a team sees its settings without choosing it, and adds Macs", async ({ page }) => {
  await enter(page, PEOPLE.orchard);
  for (const path of PAGES) {
    await page.goto(`/console/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("banner").getByRole("button", { name: "Team: Orchard" }), path).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(page.getByText("There is no such team"), path).toHaveCount(0);
    await expect(page.getByText("Macs that are in no team"), path).toHaveCount(0);
  }
  await page.goto("/console/hosts");
  await page.getByRole("link", { name: "Add Macs" }).first().click();
  await expect(page.getByRole("heading", { name: "Add Macs", level: 1 })).toBeVisible();
});
