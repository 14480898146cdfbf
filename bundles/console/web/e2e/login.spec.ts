import { expect, test } from "@playwright/test";
import { EMAIL, logIn } from "./console";

test("a wrong password is told in a sentence, and the right one lets in", async ({ page }) => {
  await page.goto("/console/");
  await page.getByLabel("Email").fill(EMAIL);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByText("Danger alert:")).toBeAttached();
  await logIn(page);
});

test("no script can read the session", async ({ page, context }) => {
  await logIn(page);
  const cookies = await context.cookies();
  const session = cookies.find((cookie) => cookie.name === "__Host-pomona-session");
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", path: "/" });
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain(session!.value);
});
