import { ADMIN, call, enter, expect, json, test } from "./console";
import { enrollMac, logOutOfMac } from "./world";

interface Answer {
  host: { id: number; mdm: { encryption_key_available: boolean } };
}

test("who looks at a recovery key is in the activity feed, and the key is nowhere afterwards", async ({ page }) => {
  await enter(page);
  await call(page, "POST", "disk_encryption", { enable_disk_encryption: true });
  const { serial } = await enrollMac(page, "Ingrid's MacBook Air");
  await expect(async () => {
    await logOutOfMac(page, serial);
    const { host } = await json<Answer>(page, `hosts/identifier/${serial}`);
    expect(host.mdm.encryption_key_available).toBe(true);
  }).toPass({ timeout: 60_000 });
  const { host } = await json<Answer>(page, `hosts/identifier/${serial}`);

  await page.goto(`/console/hosts/${host.id}?section=encryption`);
  await page.getByRole("button", { name: "Show disk encryption key" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Disk encryption key" });
  await dialog.getByRole("button", { name: "Show the key" }).click();
  const shown = page.getByRole("dialog", { name: "Recovery key of Ingrid's MacBook Air" });
  const field = shown.getByRole("textbox");
  await expect(field).toHaveValue(/^([A-Z0-9]{4}-){5}[A-Z0-9]{4}$/);
  const key = await field.inputValue();
  await shown.getByRole("button", { name: "Close" }).last().click();
  await expect(shown).toHaveCount(0);
  expect(await page.content()).not.toContain(key);

  const { activities } = await json<{ activities: { type: string; actor_full_name: string }[] }>(page, "activities");
  expect(activities.some((one) => /recovery_key|encryption_key/.test(one.type) && one.actor_full_name === ADMIN.name)).toBe(true);
});
