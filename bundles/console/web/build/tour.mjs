// Takes the pictures of the README's tour from a running demo: POMONA_PASSWORD=… node build/tour.mjs
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

const SERVER = process.env.POMONA ?? "https://localhost:8443";
const TO = "../../../docs/images";
const PAGES = {
  hosts: () => "hosts",
  host: ({ failing }) => `hosts/${failing}`,
  profiles: ({ sales }) => `controls/profiles?team_id=${sales}`,
  "disk-encryption": ({ design }) => `controls/disk-encryption?team_id=${design}`,
  updates: ({ engineering }) => `controls/updates?team_id=${engineering}`,
  mdm: () => "settings/integrations/mdm",
  migration: () => "migration",
  abm: () => "settings/integrations/mdm/abm",
  setup: ({ orchard }) => `controls/setup?team_id=${orchard}`,
  activity: () => "activity",
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } });

/** What the admin API answers to who is logged in here. */
const ask = (path) =>
  page.evaluate(async (asked) => {
    const answer = await fetch(`/api/v1/${asked}`, { headers: { "X-Pomona-Session": "tour" } });
    return answer.json();
  }, path);

await page.goto(`${SERVER}/console/`);
await page.getByLabel("Email").fill("admin@example.com");
await page.getByLabel("Password").fill(process.env.POMONA_PASSWORD ?? "");
await page.getByRole("button", { name: "Log in", exact: true }).click();
await page.getByRole("navigation", { name: "Pages", exact: true }).waitFor();

const { teams } = await ask("teams");
const { hosts } = await ask("hosts?macos_settings=failed&per_page=1");
const known = Object.fromEntries(teams.map((team) => [team.name.toLowerCase(), team.id]));
known.failing = hosts[0].id;

mkdirSync(TO, { recursive: true });
for (const [name, path] of Object.entries(PAGES)) {
  await page.goto(`${SERVER}/console/${path(known)}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${TO}/${name}.png` });
}
const link = await page.evaluate(async (host) => {
  const answer = await fetch(`/api/v1/hosts/${host}/device_link`, { method: "POST", headers: { "X-Pomona-Session": "tour" } });
  return (await answer.json()).url;
}, known.failing);
await page.goto(`${SERVER}${new URL(link).pathname}`);
await page.screenshot({ path: `${TO}/my-device.png` });
await browser.close();
