import { readFile } from "node:fs/promises";
import { enter, expect, json, SESSION, test } from "./console";

const EXAMPLE = "../../../docs/examples/screensaver.mobileconfig";

test("a profile becomes verified on the page of a Mac while somebody looks on", async ({ page }) => {
  await enter(page);
  const { hosts } = await json<{ hosts: { id: number; display_name: string }[] }>(page, "hosts?query=Noor");
  await page.goto(`/console/hosts/${hosts[0]!.id}?section=profiles`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const buffer = await readFile(EXAMPLE);
  const uploaded = await page.request.post("/api/v1/configuration_profiles", {
    headers: SESSION,
    multipart: { profile: { name: "screensaver.mobileconfig", mimeType: "application/x-apple-aspen-config", buffer } },
  });
  expect(uploaded.status(), await uploaded.text()).toBe(200);
  const row = page.getByRole("row").filter({ hasText: "Lock the screen after ten minutes" });
  await expect(row).toContainText("Verified");
});
