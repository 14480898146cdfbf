import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { type Call, me, serve, show } from "../settings/testing";
import MigrationPage from "./MigrationPage";

const MAC = {
  host_id: 7, serial_number: "C07", display_name: "Ada's Mac", team_id: 3, old_mdm: "Old MDM", enrollment: "manual",
  left_old_mdm: null, user_told: null, steps: { left_old_mdm: "open", user_told: "open", enrolled: "blocked" },
  next: "Un-enroll it from Old MDM.", done: false, sources: {},
  answered: {},
  gone_from_apple: false,
  archived_at: null,
};
const COUNTS = { total: 1, done: 0, steps: { enrolled: { done: 0, open: 0, blocked: 1, not_needed: 0 } } };

const answers = (permissions: string[], asked: string[] = []) => ({
  "GET /me": { ...me([], { "3": permissions }), available_teams: [{ id: 3, name: "Desks" }] },
  "GET /config": { org_info: { org_name: "Acme" } },
  "GET /migration": ({ query }: Call) => {
    asked.push(query);
    return query.includes("query=other") ? { macs: [], count: 0, counts: COUNTS } : { macs: [MAC], count: 1, counts: COUNTS };
  },
  "GET /migration/7": { mac: MAC },
});

test("what is searched for and chosen is asked of the server", async () => {
  const asked: string[] = [];
  serve(answers(["VIEW_HOSTS"], asked));
  show(<MigrationPage />, "/migration?team_id=3&page=2");
  expect(await screen.findByRole("button", { name: "Ada's Mac" })).toBeVisible();
  expect(asked[0]).toBe("?team_id=3&page=2&per_page=50");
  await userEvent.click(screen.getByRole("checkbox", { name: /^Enrolled/ }));
  await waitFor(() => expect(asked.at(-1)).toBe("?team_id=3&step=enrolled&page=0&per_page=50"));
  await userEvent.type(screen.getByRole("textbox", { name: /^Search/ }), "other");
  expect(await screen.findByText("No Mac is like this")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Mark/ })).toBeNull();
  expect(screen.getByRole("button", { name: "Import Macs" })).toBeDisabled();
});

test("Macs that are chosen are archived after a question with their number", async () => {
  const calls = serve({ ...answers(["VIEW_HOSTS", "EDIT_HOSTS"]), "POST /migration/marks": { changed: 1 } });
  show(<MigrationPage />, "/migration?team_id=3");
  await userEvent.click(await screen.findByRole("checkbox", { name: "Select row 0" }));
  expect(screen.getByRole("button", { name: "Mark 1" })).toBeEnabled();
  await userEvent.click(screen.getByRole("button", { name: "Archive" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Archive 1 Mac" }));
  await userEvent.click(dialog.getByRole("button", { name: "Archive" }));
  expect(await screen.findByText("1 Mac archived")).toBeVisible();
  expect(calls.map((call) => call.body)).toEqual([{ hosts: [7], marks: { archived: true } }]);
  expect(screen.getByRole("button", { name: "Archive" })).toBeDisabled();
});

test("links for Macs that are chosen are saved as a file, after a question", async () => {
  const saved = vi.fn(() => "blob:links");
  URL.createObjectURL = saved;
  const calls = serve({ ...answers(["VIEW_HOSTS", "EDIT_HOSTS"]), "POST /hosts/device_links": {} });
  show(<MigrationPage />, "/migration?team_id=3");
  await userEvent.click(await screen.findByRole("checkbox", { name: "Select row 0" }));
  await userEvent.click(screen.getByRole("button", { name: "Download links" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Download links" }));
  expect(dialog.getByText(/^1 Mac gets a new link/)).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Make links and download" }));
  expect(await screen.findByText("Links for 1 Mac were made")).toBeVisible();
  expect(saved).toHaveBeenCalledOnce();
  expect(calls.map((call) => call.body)).toEqual([{ hosts: [7] }]);
});

test("one Mac is marked by a click, and removed after a question", async () => {
  const calls = serve({ ...answers(["VIEW_HOSTS", "EDIT_HOSTS"]), "PATCH /migration/7": { mac: MAC }, "DELETE /migration/7": {} });
  show(<MigrationPage />, "/migration?team_id=3&mac=7");
  await userEvent.click(await screen.findByRole("button", { name: "Mark user as told" }));
  expect(await screen.findByText("Marked as told")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Text for the user" })).toHaveDisplayValue(/management of Acme/);
  await userEvent.click(screen.getByRole("button", { name: "Remove from the board" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Remove" }));
  expect(await screen.findByText("Removed from the board")).toBeVisible();
  expect(calls.map(({ method, body }) => [method, body])).toEqual([["PATCH", { user_told: true }], ["DELETE", undefined]]);
});
