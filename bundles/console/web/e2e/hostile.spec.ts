import type { Page } from "@playwright/test";
import { call, enter, expect, SESSION, teamId, test } from "./console";
import { ids, pages } from "./pages";
import { enrollMac } from "./world";

const HOSTILE = [
  `<img src=x onerror="alert(1)">`,
  `"><svg/onload=alert(2)>`,
  `'-alert(3)-'`,
  `{{constructor.constructor('alert(4)')()}}`,
  `javascript:alert(5)`,
  `</title><script>alert(6)</script>`,
  `\u202egnp.eman <b>${"x".repeat(200)}`,
];

const AGREEMENT = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

const profile = (name: string, number: number) => {
  const text = name.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const payload = (type: string, id: string, more: string) => `<dict><key>PayloadType</key><string>${type}</string><key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.example.hostile${number}${id}</string>
<key>PayloadUUID</key><string>6E1B9C52-4A0D-4B57-9B38-2D7A6C1F0E${10 + number}</string>
<key>PayloadDisplayName</key><string>${text}</string>${more}</dict>`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><plist version="1.0">${payload(
    "Configuration",
    "",
    `<key>PayloadContent</key><array>${payload("com.apple.dock", ".dock", "<key>autohide</key><true/>")}</array>`,
  )}</plist>`);
};

test("what somebody typed as a name is text on every page", async ({ page }) => {
  test.setTimeout(240_000);
  await enter(page);
  for (const [number, name] of HOSTILE.entries()) {
    await call(page, "POST", "teams", { name, description: name });
    await call(page, "POST", "users", {
      name,
      email: `hostile${number}@example.com`,
      password: "a password for the hostile",
      global_role: "observer",
    });
    await page.request.post("/api/v1/configuration_profiles", {
      headers: { "X-Pomona-Session": "console" },
      multipart: { profile: { name: `${number}.mobileconfig`, mimeType: "application/octet-stream", buffer: profile(name, number) } },
    });
    await call(page, "POST", "webhooks", { name, url: "https://192.0.2.1/hook", paused: true });
    await call(page, "POST", "hosts", { serial: `HOSTILE${number}`, name });
  }
  await call(page, "PATCH", "config", { org_info: { org_name: HOSTILE[0] } });
  const { serial } = await enrollMac(page, HOSTILE[0]!);
  await enrollMac(page, HOSTILE[6]!);
  const host = (await (await call(page, "GET", `hosts/identifier/${serial}`)).json()) as { host: { id: number } };
  const marks = { old_mdm: HOSTILE[1] };
  await call(page, "POST", "migration", { hosts: [host.host.id], marks });
  const known = { ...(await ids(page)), host: host.host.id };
  for (const one of pages) {
    await page.goto(`/console/${one.at(known)}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    expect(await page.locator("img[src=x], main script, svg[onload]").count(), one.path).toBe(0);
  }
  for (const section of ["profiles", "encryption", "updates", "declarations", "locks", "commands", "activity"]) {
    await page.goto(`/console/hosts/${known.host}?section=${section}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.locator("img[src=x]").count(), section).toBe(0);
  }
  const made = await call(page, "POST", `hosts/${known.host}/device_link`);
  await page.goto(new URL(((await made.json()) as { url: string }).url).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await page.locator("img, script, svg").count(), "My device").toBe(0);
  await openDialogs(page, known.host);
  await call(page, "PATCH", "config", { org_info: { org_name: "Acme & Sons" } });
});

async function harmless(page: Page, where: string): Promise<void> {
  expect(await page.locator("img[src=x], main script, svg[onload]").count(), where).toBe(0);
}

/** Those that name a Mac, its teams or what somebody wrote of it. */
async function openDialogs(page: Page, host: number): Promise<void> {
  await page.goto(`/console/hosts/${host}`);
  for (const action of ["Transfer to a team", "Lock"]) {
    await page.getByRole("button", { name: "Actions", exact: true }).click();
    await page.getByRole("menuitem", { name: action, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(HOSTILE[0]!);
    await harmless(page, action);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
  }
  await page.goto("/console/migration");
  await page.getByRole("grid").getByRole("button", { name: HOSTILE[0], exact: true }).first().click();
  await expect(page.getByRole("heading", { name: HOSTILE[0], level: 2 })).toBeVisible();
  await harmless(page, "migration drawer");
}

test("what somebody typed into the settings of a team is text as well", async ({ page }) => {
  await enter(page);
  const team = await teamId(page, `Hostile ${HOSTILE[1]}`);
  await call(page, "POST", "declarations", {
    team_id: team,
    identifier: "x".repeat(64),
    type: "com.apple.configuration.passcode.settings",
    payload: { MinimumLength: 8 },
  });
  await call(page, "POST", "enrollment_profiles/automatic", {
    team_id: team,
    name: HOSTILE[0],
    enrollment_profile: { profile_name: HOSTILE[0] },
  });
  await call(page, "POST", "hosts", { serial: "HOSTILEMAIL", team_id: team, email: "<img/src=x/onerror=alert(7)>@example.com" });
  const agreement = await page.request.post("/api/v1/setup_experience/eula", {
    headers: SESSION,
    multipart: { eula: { name: "<img src=x onerror=alert(8)>.pdf", mimeType: "application/pdf", buffer: Buffer.from(AGREEMENT) } },
  });
  expect(agreement.status(), await agreement.text()).toBe(200);
  for (const path of ["hosts", "controls/declarations", "controls/setup"]) {
    await page.goto(`/console/${path}?team_id=${team}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    await harmless(page, path);
  }
  const { token } = (await agreement.json()) as { token: string };
  await call(page, "DELETE", `setup_experience/eula/${token}`);
});
