import { areas } from "../src/app/areas";
import { ADMIN, enter, expect, json, PEOPLE, type Person, test } from "./console";

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
    const links = page.getByRole("navigation", { name: "Pages" }).getByRole("link");
    await expect(links.first()).toBeVisible();
    const seen = (await links.allTextContents()).filter((label) => label !== "Inventory");
    expect(seen.sort()).toEqual(expected.sort());
  });
}

test("an observer cannot change teams or add people", async ({ page }) => {
  await enter(page, PEOPLE.observer);
  await page.goto("/console/settings/teams");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: /Add a? ?team|Create team/ })).toHaveCount(0);
  const refused = await page.request.post("/api/v1/teams", { headers: { "X-Pomona-Session": "console" }, data: { name: "Mine" } });
  expect(refused.status()).toBe(403);
});
