import { call, enter, expect, test } from "./console";
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
  await call(page, "PATCH", "config", { org_info: { org_name: "Acme & Sons" } });
});
