import { type Page } from "@playwright/test";
import { call, enter, expect, json, SESSION, test } from "./console";
import { abmToken, enrollMac, renewedPushPair } from "./world";

const pem = (name: string, text: string) => ({ name, mimeType: "application/x-pem-file", buffer: Buffer.from(text) });

test("the push certificate is renewed, and Macs are still reached", async ({ page }) => {
  await enter(page);
  const { serial } = await enrollMac(page, "Renata's MacBook Air");
  await page.goto("/console/settings/integrations/mdm");
  await page.getByRole("button", { name: "Renew", exact: true }).click();
  await page.getByLabel("A certificate and its key that exist already").check();
  const pair = await renewedPushPair(page);
  const form = page.getByRole("form", { name: "Load certificate and key" });
  const files = form.locator("input[type=file]");
  await files.nth(0).setInputFiles(pem("push.pem", pair.certificate));
  await files.nth(1).setInputFiles(pem("push.key", pair.private_key));
  await form.getByRole("button", { name: "Load certificate and key" }).click();
  await expect(page.getByText("The push certificate is in use")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Renew the push certificate" })).toHaveCount(0);
  await expect(page.getByText(pair.serial_number, { exact: true })).toBeVisible();

  const { host } = await json<{ host: { id: number } }>(page, `hosts/identifier/${serial}`);
  await call(page, "POST", `hosts/${host.id}/refetch`);
  await expect(async () => {
    const now = await json<{ host: { refetch_requested: boolean } }>(page, `hosts/${host.id}`);
    expect(now.host.refetch_requested).toBe(false);
  }).toPass({ timeout: 20_000 });
});

interface Token {
  id: number;
  loaded_at: string;
  device_count: number;
}

/** What Apple gives now for the key of this server. */
async function freshToken(page: Page): Promise<Buffer> {
  const { public_key: key } = await json<{ public_key: string }>(page, "mdm/apple/abm_public_key");
  return abmToken(page, Buffer.from(key, "base64"));
}

async function connected(page: Page): Promise<Token> {
  const before = await json<{ abm_tokens: Token[] }>(page, "abm_tokens");
  if (before.abm_tokens.length === 0) {
    const multipart = { token: { name: "token.p7m", mimeType: "application/pkcs7-mime", buffer: await freshToken(page) } };
    const answer = await page.request.post("/api/v1/abm_tokens", { headers: SESSION, multipart });
    expect(answer.status(), await answer.text()).toBeLessThan(300);
  }
  return (await json<{ abm_tokens: Token[] }>(page, "abm_tokens")).abm_tokens[0]!;
}

test("the token of Apple Business Manager is renewed, and its Macs stay", async ({ page }) => {
  await enter(page);
  const before = await connected(page);
  await page.goto("/console/settings/integrations/mdm/abm");
  await page.getByRole("button", { name: /^Actions for / }).first().click();
  await page.getByRole("menuitem", { name: "Renew token" }).click();
  const dialog = page.getByRole("dialog", { name: "Renew token" });
  await expect(dialog.getByRole("button", { name: "Renew", exact: true })).toBeDisabled();
  await dialog.locator("input[type=file]").setInputFiles({ name: "token.p7m", mimeType: "application/pkcs7-mime", buffer: await freshToken(page) });
  await dialog.getByRole("button", { name: "Renew", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("The token is renewed")).toBeVisible();
  const after = await connected(page);
  expect(after.id).toBe(before.id);
  expect(Date.parse(after.loaded_at)).toBeGreaterThan(Date.parse(before.loaded_at));
  expect(after.device_count).toBe(before.device_count);
});
