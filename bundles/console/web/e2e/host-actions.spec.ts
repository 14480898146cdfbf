import { type Page } from "@playwright/test";
import { lookInBoth } from "./axe";
import { call, enter, expect, json, teamId, test } from "./console";
import { enrollMac } from "./world";

async function open(page: Page, serial: string): Promise<void> {
  const { host } = await json<{ host: { id: number } }>(page, `hosts/identifier/${serial}`);
  await page.goto(`/console/hosts/${host.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function choose(page: Page, action: string): Promise<void> {
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

test("a Mac is moved into a team, asked for its details, and locked with a PIN that is shown", async ({ page }) => {
  await enter(page);
  await teamId(page, "Lost and found");
  const { serial } = await enrollMac(page, "Lena's MacBook Pro");
  await open(page, serial);

  await choose(page, "Transfer to a team");
  const transfer = page.getByRole("dialog", { name: "Transfer Lena's MacBook Pro" });
  await transfer.getByRole("button", { name: /^New team/ }).click();
  await page.getByRole("option", { name: "Lost and found" }).click();
  await transfer.getByRole("button", { name: "Transfer", exact: true }).click();
  await expect(transfer).toHaveCount(0);
  await expect(page.getByText("Lena's MacBook Pro is in Lost and found now.")).toBeVisible();

  await choose(page, "Refetch");
  await expect(async () => {
    const { host } = await json<{ host: { refetch_requested: boolean } }>(page, `hosts/identifier/${serial}`);
    expect(host.refetch_requested).toBe(false);
  }).toPass({ timeout: 20_000 });

  await choose(page, "Lock");
  const lock = page.getByRole("dialog", { name: "Lock Lena's MacBook Pro?" });
  await lock.getByLabel("Message on the locked Mac").fill("Please call us.");
  await lock.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "PIN of Lena's MacBook Pro" })).toHaveValue(/^\d{6}$/);
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await expect(async () => {
    const { host } = await json<{ host: { mdm: { device_status: string } } }>(page, `hosts/identifier/${serial}`);
    expect(host.mdm.device_status).toBe("locked");
  }).toPass({ timeout: 20_000 });
});

test("a Mac is wiped only by its serial number, and MDM turned off only by a yes", async ({ page }) => {
  await enter(page);
  const { serial } = await enrollMac(page, "Olaf's iMac");
  await open(page, serial);

  await choose(page, "Wipe");
  const wipe = page.getByRole("dialog", { name: "Wipe Olaf's iMac?" });
  await expect(wipe.getByRole("button", { name: "Wipe", exact: true })).toBeDisabled();
  await wipe.getByLabel("Serial number").fill(serial);
  await expect(wipe.getByRole("button", { name: "Wipe", exact: true })).toBeEnabled();
  await wipe.getByRole("button", { name: "Cancel" }).click();

  await choose(page, "Turn off MDM");
  await page.getByRole("dialog").getByRole("button", { name: "Turn off MDM" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(async () => {
    const { host } = await json<{ host: { mdm: { enrollment_status: string } } }>(page, `hosts/identifier/${serial}`);
    expect(host.mdm.enrollment_status).toBe("Off");
  }).toPass({ timeout: 20_000 });
});

test("a Mac is sent a command of the catalogue, and its answer is there", async ({ page }) => {
  await enter(page);
  const { serial } = await enrollMac(page, "Sanne's Mac mini");
  await open(page, serial);

  await choose(page, "Send command");
  const dialog = page.getByRole("dialog", { name: "Send Sanne's Mac mini a command" });
  await dialog.getByRole("button", { name: /^Command/ }).click();
  await page.getByRole("option", { name: /^DeviceInformation / }).click();
  await dialog.getByRole("button", { name: "Add to Queries" }).click();
  await dialog.getByRole("button", { name: "Queries 1: Leave out" }).click();
  await page.getByRole("option", { name: "OSVersion", exact: true }).click();
  await dialog.getByLabel("Why, for the timeline").fill("To see which macOS it runs");
  await lookInBoth(page, "send-command");
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole("navigation", { name: "Sections of this Mac" }).getByText("Commands").click();
  const sent = page.getByRole("row").filter({ hasText: "To see which macOS it runs" });
  await expect(sent).toContainText("DeviceInformation");
  await sent.getByRole("button", { name: /^Result of / }).click();
  const result = page.getByRole("dialog", { name: "Result of DeviceInformation" });
  await result.getByRole("button", { name: "Show the result" }).click();
  await expect(result).toContainText("OSVersion");
});

test("the page of a Mac says why it is not compliant", async ({ page }) => {
  await enter(page);
  const { serial } = await enrollMac(page, "Wim's Mac Studio");
  const team = await teamId(page, "Behind");
  const { host } = await json<{ host: { id: number } }>(page, `hosts/identifier/${serial}`);
  await call(page, "PATCH", "macos_updates", { team_id: team, minimum_version: "99.1", deadline: "2020-01-01" });
  await call(page, "POST", "hosts/transfer", { team_id: team, hosts: [host.id] });
  await open(page, serial);
  await expect(page.getByRole("heading", { name: "Why is this Mac not compliant?" })).toBeVisible();
  const obstacle = page.locator(".pf-v6-c-alert").filter({ hasText: "macOS 99.1 was required" });
  await obstacle.getByRole("link", { name: "Updates" }).click();
  await expect(page.getByText("99.1").first()).toBeVisible();
});
