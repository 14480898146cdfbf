import { areas } from "../src/app/areas";
import { ADMIN, call, enter, expect, json, PEOPLE, type Person, SESSION, teamId, test } from "./console";
import { enrollMac } from "./world";

interface Me {
  permissions: { everywhere: string[]; teams: Record<string, string[]> };
}

for (const person of [ADMIN, ...Object.values<Person>(PEOPLE)]) {
  test(`${person.role} of ${person.team ?? "everything"} sees the pages of that role, and no other`, async ({ page }) => {
    await enter(page, person);
    const { permissions } = await json<Me>(page, "me");
    const may = new Set([...permissions.everywhere, ...Object.values(permissions.teams).flat()]);
    const expected = areas.filter((area) => area.nav !== undefined && may.has(area.permission)).map((area) => area.nav!.label);
    await page.goto("/console/");
    const links = page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link");
    await expect(links.first()).toBeVisible();
    const seen = (await links.allTextContents()).filter((label) => label !== "Inventory");
    expect(seen.sort()).toEqual(expected.sort());
  });
}

/** A button of a page, and whose page has it. */
const ACTIONS: { path: string; button: string; whose: Person[] }[] = [
  { path: "settings/teams", button: "Add team", whose: [ADMIN] },
  { path: "controls/profiles", button: "Upload", whose: [ADMIN, PEOPLE.maintainer, PEOPLE.orchard] },
  { path: "controls/disk-encryption", button: "Turn on", whose: [ADMIN, PEOPLE.maintainer, PEOPLE.orchard] },
  { path: "controls/updates", button: "Require a macOS", whose: [ADMIN, PEOPLE.maintainer, PEOPLE.orchard] },
];

for (const person of [ADMIN, PEOPLE.maintainer, PEOPLE.observer, PEOPLE.observerPlus, PEOPLE.orchard, PEOPLE.lookout] as Person[]) {
  test(`${person.role} of ${person.team ?? "everything"} sees the actions of that role, and no other`, async ({ page }) => {
    await enter(page, person);
    const team = await teamId(page, "Orchard");
    for (const { path, button, whose } of ACTIONS) {
      await page.goto(`/console/${path}?team_id=${team}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("progressbar")).toHaveCount(0);
      await page.waitForLoadState("networkidle");
      const found = page.getByRole("button", { name: button, exact: true });
      await (whose.includes(person) ? expect(found, path).toBeVisible() : expect(found, path).toHaveCount(0));
    }
  });
}

const LOOKS = [ADMIN, PEOPLE.maintainer, PEOPLE.observer, PEOPLE.observerPlus, PEOPLE.orchard, PEOPLE.lookout];
const CHANGES = [ADMIN, PEOPLE.maintainer, PEOPLE.orchard];

/** What the menu of a Mac in Orchard has that is managed, and for whom. */
const MENU: Record<string, Person[]> = {
  "Show disk encryption key": LOOKS,
  Refetch: LOOKS,
  "Rotate disk encryption key": CHANGES,
  "Send command": CHANGES,
  "Resend profiles": CHANGES,
  // Out of a team goes a Mac only by who has a role in all of them.
  "Transfer to a team": [ADMIN, PEOPLE.maintainer],
  "Set recovery lock": CHANGES,
  "Show recovery lock password": CHANGES,
  "Rotate recovery lock password": CHANGES,
  "Verify recovery lock password": CHANGES,
  "Clear recovery lock": CHANGES,
  "Show Activation Lock bypass code": CHANGES,
  Lock: CHANGES,
  Wipe: CHANGES,
  "Turn off MDM": CHANGES,
};

test("each role finds in the menu of a Mac what it may do, and no more", async ({ page }) => {
  await enter(page);
  const { serial } = await enrollMac(page, "Menno's MacBook Pro");
  const { host } = await json<{ host: { id: number } }>(page, `hosts/identifier/${serial}`);
  await call(page, "POST", "hosts/transfer", { team_id: await teamId(page, "Orchard"), hosts: [host.id] });
  for (const person of LOOKS) {
    await enter(page, person);
    await page.goto(`/console/hosts/${host.id}`);
    await page.getByRole("button", { name: "Actions", exact: true }).click();
    const expected = Object.keys(MENU).filter((action) => MENU[action]!.includes(person));
    for (const action of Object.keys(MENU)) {
      const found = page.getByRole("menuitem", { name: new RegExp(`^${action}\\b`) });
      await expect.soft(found, `${action} for ${person.name}`).toHaveCount(expected.includes(action) ? 1 : 0);
    }
    await expect.soft(page.getByRole("menuitem"), person.name).toHaveCount(expected.length);
  }
  await enter(page, PEOPLE.gitops);
  await page.goto(`/console/hosts/${host.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("button", { name: "Actions", exact: true })).toHaveCount(0);
  await expect(page.getByText(serial)).toHaveCount(0);
});

test("whoever only looks is refused by the server as well", async ({ page }) => {
  await enter(page, PEOPLE.observer);
  for (const [path, data] of [
    ["teams", { name: "Mine" }],
    ["disk_encryption", { enable_disk_encryption: false }],
    ["users", { name: "Eve" }],
  ] as const) {
    const refused = await page.request.post(`/api/v1/${path}`, { headers: SESSION, data });
    expect(refused.status(), path).toBe(403);
  }
});
