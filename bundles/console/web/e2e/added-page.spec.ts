import { lookAtPage } from "./axe";
import { enter, expect, json, test } from "./console";

test("a page of another bundle is in the navigation and shows what it asked the server", async ({ page }) => {
  await enter(page);
  await page.goto("/console/");
  await page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link", { name: "Inventory" }).click();
  await expect(page.getByRole("heading", { name: "Inventory", level: 1 })).toBeVisible();
  const { count } = await json<{ count: number }>(page, "hosts/count");
  await expect(page.getByText(`${count}`, { exact: true })).toBeVisible();
  await lookAtPage(page, "added-page");
});
