import { ADMIN, expect, logIn, SESSION, test } from "./console";

const COOKIE = "__Host-pomona-session";

test("a wrong password is told in a sentence, and the right one lets in", async ({ page }) => {
  await page.goto("/console/");
  await page.getByLabel("Email").fill(ADMIN.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByText("Danger alert:")).toBeAttached();
  await logIn(page);
});

test("no script can read the session", async ({ page, context }) => {
  await logIn(page);
  const session = (await context.cookies()).find((cookie) => cookie.name === COOKIE);
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", path: "/" });
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain(session!.value);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test("who logs out is out, with the cookie that was too", async ({ page, context }) => {
  await logIn(page);
  const kept = await context.cookies();
  await page.getByRole("button", { name: ADMIN.name }).click();
  await page.getByRole("menuitem", { name: "Log out" }).click();
  await expect(page.getByRole("heading", { name: "Log in to Pomona" })).toBeVisible();
  await context.addCookies(kept);
  expect((await page.request.get("/api/v1/me", { headers: SESSION })).status()).toBe(401);
});

test("a page of another site can do nothing with the session", async ({ page, context }) => {
  await logIn(page);
  const origin = new URL(page.url()).origin;
  const forms = await context.newPage();
  await context.route("https://evil.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<p>hello" }));
  await forms.goto("https://evil.example/");
  const sent = forms.waitForResponse((response) => response.url().startsWith(`${origin}/api`));
  await forms.evaluate((server) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = `${server}/api/v1/logout`;
    document.body.append(form);
    form.submit();
  }, origin);
  expect((await sent).status()).toBeGreaterThanOrEqual(400);
  // Even with the cookie, the header is wanted that no form can send.
  expect((await page.request.post("/api/v1/logout", { data: {} })).status()).toBe(401);
  expect((await page.request.get("/api/v1/me", { headers: SESSION })).status()).toBe(200);
});

test("the browser gets a policy without exceptions", async ({ page }) => {
  const answer = await page.goto("/console/");
  const policy = answer!.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  await expect(page.getByLabel("Email")).toBeVisible();
});
