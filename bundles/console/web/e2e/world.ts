import { type Page, expect } from "@playwright/test";
import { call } from "./console";

const WORLD = process.env.POMONA_WORLD ?? "";

async function ask(page: Page, method: string, path: string, data?: Buffer | string) {
  const answer = await page.request.fetch(WORLD + path, { method, data });
  expect(answer.status(), await answer.text()).toBe(200);
  return answer;
}

/** A push certificate and its key, as Apple has issued it. */
export async function pushPair(page: Page) {
  return (await (await ask(page, "GET", "/push")).json()) as { certificate: string; private_key: string };
}

/** The same of a renewal, with its serial number. */
export async function renewedPushPair(page: Page) {
  return (await (await ask(page, "GET", "/push/renewed")).json()) as { certificate: string; private_key: string; serial_number: string };
}

/** Somebody installs an enrollment profile on a Mac of this name: one of an admin, or the one that was handed out. */
export async function enrollMac(page: Page, name: string, handed?: Buffer) {
  const profile = handed ?? (await (await call(page, "GET", "enrollment_profiles/manual")).body());
  const answer = await ask(page, "POST", `/macs?name=${encodeURIComponent(name)}`, profile);
  return (await answer.json()) as { serial: string; udid: string };
}

/** Its user logs out, with which a disk is encrypted that is to be. */
export async function logOutOfMac(page: Page, serial: string) {
  await ask(page, "POST", `/macs/log-out?serial=${serial}`);
}

/** What Apple Business Manager gives for the public key of a server. */
export async function abmToken(page: Page, publicKey: Buffer) {
  return (await ask(page, "POST", "/abm/token", publicKey)).body();
}

/** Their serial numbers. */
export async function buyMacs(page: Page, count: number) {
  return (await (await ask(page, "POST", `/abm/buy?macs=${count}`)).json()) as string[];
}

/** As Apple Business Manager's do: it waits in Setup Assistant until the server lets it go on. */
export async function setUpMac(page: Page, name: string) {
  const profile = await (await call(page, "GET", "enrollment_profiles/manual")).body();
  const answer = await ask(page, "POST", `/macs/set-up?name=${encodeURIComponent(name)}`, profile);
  return (await answer.json()) as { serial: string; udid: string };
}

/** Whether it is still in Setup Assistant. */
export async function macWaits(page: Page, serial: string) {
  return (await (await ask(page, "GET", `/macs/waits?serial=${serial}`)).json()) as boolean;
}

/** From now on Apple can assign no profile, or can again. */
export async function assigningWorks(page: Page, works: boolean) {
  await ask(page, "POST", works ? "/abm/work" : "/abm/fail");
}

/** Who sits before the browser, for the provider of identities. */
export async function arrive(page: Page, email: string) {
  await ask(page, "POST", `/people?email=${encodeURIComponent(email)}`);
}
