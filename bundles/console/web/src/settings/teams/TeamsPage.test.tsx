import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ADMIN, me, refusal, serve, show } from "../testing";
import TeamsPage from "./TeamsPage";

const HOSTILE = "<img src=x onerror=alert(1)>";
const TEAM = { id: 3, name: HOSTILE, description: "", created_at: "2026-01-01T00:00:00Z", host_count: 7, user_count: 1 };

test("a team is deleted only after its name was typed; the question says how many Macs lose it", async () => {
  const calls = serve({ "GET /me": me(ADMIN), "GET /teams": { teams: [TEAM] }, "DELETE /teams/3": {} });
  show(<TeamsPage />);
  await userEvent.click(await screen.findByRole("button", { name: `Actions for ${HOSTILE}` }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Delete" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/7 Macs lose the team/)).toBeVisible();
  expect(dialog.getByText("1 person loses the role in it.")).toBeVisible();
  const go = dialog.getByRole("button", { name: "Delete team" });
  expect(go).toBeDisabled();
  fireEvent.change(dialog.getByRole("textbox"), { target: { value: HOSTILE } });
  await userEvent.click(go);
  expect(await screen.findByText("The team is deleted")).toBeVisible();
  expect(calls).toEqual([expect.objectContaining({ method: "DELETE", path: "/teams/3" })]);
  expect(document.querySelector("img")).toBeNull();
});

test("the server's words are shown when a name is taken, and what was typed stays", async () => {
  serve({
    "GET /me": me(ADMIN),
    "GET /teams": { teams: [] },
    "POST /teams": refusal(409, "organization.name_taken", "There is a team of this name."),
  });
  show(<TeamsPage />);
  expect(await screen.findByText("There is no team yet")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Add team" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText(/Name/), { target: { value: "Lab" } });
  await userEvent.click(dialog.getByRole("button", { name: "Add" }));
  expect(await dialog.findByText("There is a team of this name.")).toBeVisible();
  expect(dialog.getByLabelText(/Name/)).toHaveValue("Lab");
});

test("an admin of one team renames that one, and adds and deletes none", async () => {
  serve({
    "GET /me": me([], { "3": ["VIEW_TEAMS", "EDIT_TEAMS", "VIEW_HOSTS"] }),
    "GET /teams": { teams: [{ ...TEAM, name: "Lab" }] },
  });
  show(<TeamsPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Actions for Lab" }));
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual(["Rename"]);
  expect(screen.queryByRole("button", { name: "Add team" })).toBeNull();
  expect(screen.getByRole("link", { name: "7 Macs of Lab" })).toHaveAttribute("href", "/hosts?team_id=3");
});
