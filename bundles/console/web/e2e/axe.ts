import { writeFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./console";

export const SHOTS = "../target/screenshots";

const NAMELESS = /^\s*- (button|link|textbox|checkbox|combobox|switch|radio|tab|menuitem|grid|dialog)( \[[^\]]*\])*:?$/;

/** What a screen reader finds; whatever can be used has a name. */
async function named(page: Page, name: string): Promise<string[]> {
  const found = await page.locator("body").ariaSnapshot();
  await writeFile(`${SHOTS}/${name}.txt`, found);
  const lines = found.split("\n");
  expect.soft(lines.filter((line) => NAMELESS.test(line)), `${name}: without a name`).toEqual([]);
  return lines;
}

/**
 * Takes the picture of the page that is shown and keeps what a screen reader finds there, and lets nobody be kept from it.
 *
 * @param level of the heading that is the page's title
 */
export async function look(page: Page, name: string, level = 1): Promise<void> {
  await expect(page.getByRole("heading", { level })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await settled(page);
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
  const lines = await named(page, name);
  const titles = lines.filter((line) => line.includes("- heading ") && line.includes(`[level=${level}]`));
  expect.soft(titles, `${name}: its title`).toHaveLength(1);
  expect.soft(lines.filter((line) => /^\s*- main\b/.test(line)), `${name}: its main part`).toHaveLength(1);
  expect.soft(await grave(page), name).toEqual([]);
}

/** The same in dark and light, where a story has come to. */
export async function lookAtPage(page: Page, name: string, level = 1): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await look(page, `${name}-${colorScheme}`, level);
  }
}

/** What keeps people from using what is shown. */
export async function grave(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`);
}

/** Until no colour is on its way to another one. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    return Promise.allSettled(transitions.map((transition) => transition.finished)).then(() => undefined);
  });
}

/** Looks at what is open in light and dark, without closing it. */
export async function lookInBoth(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html.pf-v6-theme-dark")).toHaveCount(colorScheme === "dark" ? 1 : 0);
    await settled(page);
    await page.screenshot({ path: `${SHOTS}/dialog-${name}-${colorScheme}.png` });
    await named(page, `dialog-${name}-${colorScheme}`);
    expect.soft(await grave(page), `${name} in ${colorScheme}`).toEqual([]);
  }
}
