import { lookInBoth } from "./axe";
import { ADMIN, enter, expect, json, test } from "./console";
import { enrollMac, logOutOfMac } from "./world";

interface Answer {
  host: { id: number; mdm: { encryption_key_available: boolean } };
}

test("who looks at a recovery key is in the activity feed, and the key is nowhere afterwards", async ({ page }) => {
  await enter(page);
  await page.goto("/console/controls/disk-encryption");
  await page.getByRole("button", { name: "Turn on" }).click();
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: /^Turn (it )?on/ }).click();
  await expect(page.getByRole("heading", { name: "Disk encryption is on", exact: true })).toBeVisible();
  const { serial } = await enrollMac(page, "Ingrid's MacBook Air");
  await expect(async () => {
    await logOutOfMac(page, serial);
    const { host } = await json<Answer>(page, `hosts/identifier/${serial}`);
    expect(host.mdm.encryption_key_available).toBe(true);
  }).toPass({ timeout: 60_000 });
  const { host } = await json<Answer>(page, `hosts/identifier/${serial}`);

  await page.goto(`/console/hosts/${host.id}?section=encryption`);
  await page.getByRole("button", { name: "Show disk encryption key" }).first().click();
  const dialog = page.getByRole("dialog");
  await lookInBoth(page, "show-key");
  await dialog.getByRole("button", { name: "Show the key" }).click();
  const field = dialog.getByRole("textbox", { name: "Recovery key of Ingrid's MacBook Air" });
  await expect(field).toHaveValue(/^([A-Z0-9]{4}-){5}[A-Z0-9]{4}$/);
  await lookInBoth(page, "shown-key");
  const key = await field.inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  expect(await page.content()).not.toContain(key);

  await page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link", { name: "Activity" }).click();
  const told = page.getByRole("row").filter({ hasText: ADMIN.name }).filter({ hasText: "Ingrid's MacBook Air" });
  await expect(told.filter({ hasText: /key/ }).first()).toBeVisible();
});
