import { lookAtPage } from "./axe";
import { ADMIN, call, expect, json, PASSWORD, PEOPLE, type Person, teamId, test } from "./console";
import { enrollMac, pushPair } from "./world";

test("from an empty server to a managed Mac", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Set up Pomona" })).toBeVisible();
  await lookAtPage(page, "first-run", 2);
  await page.getByLabel("Organization").fill("Acme & Sons");
  await page.getByLabel("Your name").fill(ADMIN.name);
  await page.getByLabel("Email").fill(ADMIN.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set up" }).click();
  const navigation = page.getByRole("navigation", { name: "Pages", exact: true });
  await expect(navigation).toBeVisible();

  await navigation.getByRole("link", { name: "Integrations" }).click();
  const integrations = page.getByRole("navigation", { name: "Integrations" });
  await expect(integrations.getByRole("tab", { name: "MDM" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByText("MDM is off").first()).toBeVisible();
  await page.getByLabel("A certificate and its key that exist already").check();
  const pair = await pushPair(page);
  const form = page.getByRole("form", { name: "Load certificate and key" });
  const files = form.locator("input[type=file]");
  await files.nth(0).setInputFiles({ name: "push.pem", mimeType: "application/x-pem-file", buffer: Buffer.from(pair.certificate) });
  await files.nth(1).setInputFiles({ name: "push.key", mimeType: "application/x-pem-file", buffer: Buffer.from(pair.private_key) });
  await form.getByRole("button", { name: "Load certificate and key" }).click();
  await expect(page.getByRole("heading", { name: "Push certificate", exact: true, level: 2 })).toBeVisible();

  await navigation.getByRole("link", { name: "Hosts" }).click();
  await expect(page.getByRole("heading", { name: "Hosts", level: 1 })).toBeVisible();
  await enrollMac(page, "Noor's MacBook Pro");
  // Nobody reloads.
  await expect(page.getByText("Noor's MacBook Pro")).toBeVisible({ timeout: 5_000 });
});

test("people of each role are added", async ({ page }) => {
  await call(page, "POST", "login", { email: ADMIN.email, password: PASSWORD });
  for (const person of Object.values<Person>(PEOPLE)) {
    const role =
      person.team === undefined
        ? { global_role: person.role }
        : { teams: [{ id: await teamId(page, person.team), role: person.role }] };
    await call(page, "POST", "users", { name: person.name, email: person.email, password: PASSWORD, ...role });
  }
  const { users } = await json<{ users: unknown[] }>(page, "users");
  expect(users).toHaveLength(1 + Object.keys(PEOPLE).length);
});
