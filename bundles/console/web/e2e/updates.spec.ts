import { call, enter, expect, json, test } from "./console";

test("the macOS that a team requires is on the page of its Macs", async ({ page }) => {
  await enter(page);
  const deadline = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await call(page, "PATCH", "macos_updates", { minimum_version: "15.9", deadline });
  const { hosts } = await json<{ hosts: { id: number }[] }>(page, "hosts?query=Noor");
  await page.goto(`/console/hosts/${hosts[0]!.id}?section=updates`);
  await expect(page.getByText("15.9").first()).toBeVisible();
});
