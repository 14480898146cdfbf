import { type Page, expect } from "@playwright/test";

export const EMAIL = process.env.POMONA_EMAIL ?? "admin@example.com";
export const PASSWORD = process.env.POMONA_PASSWORD ?? "";

/** Logs in as a person does. */
export async function logIn(page: Page, email = EMAIL, password = PASSWORD): Promise<void> {
  await page.goto("/console/");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
}
