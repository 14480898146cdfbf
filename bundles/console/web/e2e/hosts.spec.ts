import { readFile } from "node:fs/promises";
import { enter, expect, teamId, test } from "./console";
import { enrollMac } from "./world";

test("Macs are moved together, found by what they are, and listed in a file", async ({ page }) => {
  await enter(page);
  await teamId(page, "Engineering");
  const one = await enrollMac(page, "Mover One's Mac");
  const two = await enrollMac(page, "Mover Two's Mac");
  await page.goto("/console/hosts?query=Mover");
  await page.getByLabel("Select Mover One's Mac").check();
  await page.getByLabel("Select Mover Two's Mac").check();
  await page.getByRole("button", { name: "Transfer 2 Macs" }).click();
  const transfer = page.getByRole("dialog", { name: "Transfer 2 Macs" });
  await transfer.getByRole("button", { name: /^New team/ }).click();
  await page.getByRole("option", { name: "Engineering" }).click();
  await transfer.getByRole("button", { name: "Transfer", exact: true }).click();
  await expect(page.getByText("2 Macs: in Engineering now.")).toBeVisible();
  const hosts = page.getByRole("grid", { name: "Hosts" });
  const team = hosts.getByRole("row").filter({ hasText: one.serial }).getByText("Engineering", { exact: true });
  await expect(team).toBeVisible();
  // The word is whole.
  const lines = await team.evaluate((cell) => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    return words.getClientRects().length;
  });
  expect(lines).toBe(1);

  await expect(hosts.getByRole("columnheader", { name: "Profiles" })).toBeVisible();
  await page.getByRole("button", { name: /^Filter by MDM server/ }).click();
  await page.getByRole("option", { name: "MDM server: None" }).click();
  await expect(hosts).toHaveCount(0);
  await page.getByLabel("Remove the filter MDM server: None").click();
  await expect(hosts.getByRole("row").filter({ hasText: two.serial })).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("hosts.csv");
  const [names, ...rows] = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(names!.split(",")).toEqual(expect.arrayContaining(["id", "hardware_serial", "display_name", "team_name", "profiles_status"]));
  expect(rows).toHaveLength(2);
  expect(rows.every((row) => row.includes("Engineering"))).toBe(true);
  expect(rows[0]).toContain(one.serial);
  expect(rows[1]).toContain(two.serial);
});
