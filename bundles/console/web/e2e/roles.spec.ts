import { areas } from "../src/app/areas";
import { ADMIN, enter, expect, json, PEOPLE, type Person, SESSION, teamId, test } from "./console";

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

for (const person of [ADMIN, PEOPLE.maintainer, PEOPLE.observer, PEOPLE.orchard] as Person[]) {
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
