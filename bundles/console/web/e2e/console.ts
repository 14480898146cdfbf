import { type APIResponse, type Page, expect, test as base } from "@playwright/test";

export const SESSION = { "X-Pomona-Session": "console" };

export interface Person {
  name: string;
  email: string;
  role: string;
  /** Of which the role is; everywhere without. */
  team?: string;
}

export const PASSWORD = "a password for the browser";
export const ADMIN: Person = { name: "Ada Admin", email: "admin@example.com", role: "admin" };
/** Who first-run.spec.ts adds. */
export const PEOPLE = {
  maintainer: { name: "Max Maintainer", email: "maintainer@example.com", role: "maintainer" },
  observer: { name: "Olga Observer", email: "observer@example.com", role: "observer" },
  observerPlus: { name: "Piet Observer", email: "observer-plus@example.com", role: "observer_plus" },
  gitops: { name: "Gita Ops", email: "gitops@example.com", role: "gitops" },
  orchard: { name: "Tom Team", email: "orchard@example.com", role: "maintainer", team: "Orchard" },
  lookout: { name: "Lotte Team", email: "lookout@example.com", role: "observer", team: "Orchard" },
} satisfies Record<string, Person>;

/** Logs in as a person does. */
export async function logIn(page: Page, email = ADMIN.email, password = PASSWORD): Promise<void> {
  await page.goto("/console/");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Pages", exact: true })).toBeVisible();
}

/** The same without the form, for specs that are about something else. */
export async function enter(page: Page, person: Person = ADMIN): Promise<void> {
  await call(page, "POST", "login", { email: person.email, password: PASSWORD });
}

/** The API with the session of this browser. */
export async function call(page: Page, method: string, path: string, data?: unknown): Promise<APIResponse> {
  const answer = await page.request.fetch(`/api/v1/${path}`, { method, headers: SESSION, data });
  expect(answer.status(), `${method} ${path}: ${await answer.text()}`).toBeLessThan(300);
  return answer;
}

export async function json<T>(page: Page, path: string): Promise<T> {
  return (await (await call(page, "GET", path)).json()) as T;
}

export async function teamId(page: Page, name: string): Promise<number> {
  const { teams } = await json<{ teams: { id: number; name: string }[] }>(page, "teams");
  const team = teams.find((one) => one.name === name);
  return team?.id ?? ((await (await call(page, "POST", "teams", { name })).json()) as { team: { id: number } }).team.id;
}

const SILENT = /Failed to load resource/; // what the server refuses is seen by the specs

/** As Playwright's, and a page fails that complains in its console, breaks, or is against the policy. */
export const test = base.extend<{ watch: void }>({
  watch: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const complain = (text: string) => {
        if (!SILENT.test(text)) {
          complaints.push(text);
        }
      };
      await context.addInitScript(() =>
        document.addEventListener("securitypolicyviolation", (event) =>
          console.error(`against the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
        ),
      );
      context.on("console", (message) => message.type() === "error" && complain(message.text()));
      context.on("weberror", (error) => complain(error.error().message));
      context.on("dialog", (dialog) => {
        complain(`a script has run: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
