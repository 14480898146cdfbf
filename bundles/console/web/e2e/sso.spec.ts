import { enter, expect, test } from "./console";
import { arrive } from "./world";

const OLGA = { name: "Olga of the Provider", email: "olga@provider.example.com" };

test("who has been added logs in by the organization's provider, and comes to where they wanted", async ({ page }) => {
  await enter(page);
  await page.goto("/console/settings/users");
  await page.getByRole("button", { name: "Add person" }).click();
  const dialog = page.getByRole("dialog", { name: "Add person" });
  await dialog.getByLabel("Name").fill(OLGA.name);
  await dialog.getByLabel("Email").fill(OLGA.email);
  await dialog.getByLabel("Logs in by single sign-on").check();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toHaveCount(0);

  await page.context().clearCookies();
  await arrive(page, OLGA.email);
  await page.goto("/console/controls/profiles?team_id=0");
  await page.getByRole("link", { name: "Log in with Acme ID" }).click();
  await expect(page.getByRole("heading", { name: "Custom settings", level: 1 })).toBeVisible();
  expect(new URL(page.url()).search).toBe("?team_id=0");
  await expect(page.getByRole("button", { name: OLGA.name })).toBeVisible();
});

test("who has not been added is told so, and is not in", async ({ page }) => {
  await arrive(page, "stranger@provider.example.com");
  await page.goto("/console/");
  await page.getByRole("link", { name: "Log in with Acme ID" }).click();
  await expect(page.getByText("You have no account here.")).toBeVisible();
  await page.goto("/console/");
  await expect(page.getByRole("heading", { name: "Log in to Pomona" })).toBeVisible();
});
