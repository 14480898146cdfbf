import { readFile } from "node:fs/promises";
import { lookAtPage } from "./axe";
import { call, enter, expect, json, test } from "./console";
import { arrive, enrollMac } from "./world";

const EMAIL = "noa@provider.example.com";

interface Answer {
  host: { id: number; mdm: { enrollment_status: string } };
}

test("who works here enrolls a Mac without an admin, and asks it for its details", async ({ page }) => {
  await arrive(page, EMAIL);
  await page.goto("/device/enroll");
  await lookAtPage(page, "device-enroll");
  await page.getByRole("link", { name: "Log in with Acme ID" }).click();
  await expect(page.getByText(EMAIL)).toBeVisible();
  await lookAtPage(page, "device-enroll-logged-in");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the profile" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("enrollment.mobileconfig");
  const { serial } = await enrollMac(page, "Noa's MacBook Air", await readFile(await file.path()));

  await enter(page);
  const { host } = await json<Answer>(page, `hosts/identifier/${serial}`);
  expect(host.mdm.enrollment_status).toBe("On (manual)");
  const { url } = (await (await call(page, "POST", `hosts/${host.id}/device_link`)).json()) as { url: string };
  await page.goto(new URL(url).pathname);
  await expect(page.getByText("Noa's MacBook Air").first()).toBeVisible();
  await page.getByRole("button", { name: "Refetch" }).click();
  await expect(page.getByText(/Your Mac (was asked|has answered)/)).toBeVisible();

  await page.goto("/console/activity");
  const told = page.getByRole("row").filter({ hasText: EMAIL });
  await expect(told.filter({ hasText: "enrollment profile" }).first()).toBeVisible();
});
