import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { me, serve, show } from "../../settings/testing";
import SetupPage from "./SetupPage";

const ADDRESS = "/controls/setup?team_id=3";
const answers = (permissions: string[]) => ({
  "GET /me": me([], { "3": permissions }),
  "GET /teams/3": { team: { id: 3, name: "Lab", mdm: { macos_setup: { enable_end_user_authentication: false, enable_release_device_manually: true, enrollment: { minimum_version: "14.5" } } } } },
  "GET /enrollment_profiles/automatic/default": { enrollment_profile: { is_supervised: true } },
  "GET /bootstrap/summary": { installed: 2, pending: 1, failed: 0 },
});

test("a file that is no JSON is told from one that the server refuses, and is not sent", async () => {
  const calls = serve(answers(["VIEW_SETUP", "EDIT_SETUP"]));
  show(<SetupPage />, ADDRESS);
  await userEvent.click(await screen.findByRole("button", { name: "Upload a profile" }));
  const dialog = await screen.findByRole("dialog");
  const file = Object.assign(new File(["no"], "setup.json", { type: "application/json" }), { text: () => Promise.resolve("no") });
  await userEvent.upload(dialog.querySelector("input[type=file]") as HTMLInputElement, file);
  await userEvent.click(await within(dialog).findByRole("button", { name: "Upload" }));
  expect(await within(dialog).findByText(/This file is no JSON/)).toBeVisible();
  expect(calls).toEqual([]);
});

test("a switch changes its own setting and leaves the other one alone", async () => {
  const calls = serve({ ...answers(["VIEW_SETUP", "EDIT_SETUP"]), "PATCH /setup_experience": {} });
  show(<SetupPage />, ADDRESS);
  const login = await screen.findByRole("switch", { name: /People log in/ });
  await screen.findByRole("switch", { name: /Macs wait/, checked: true });
  await userEvent.click(login);
  expect(await screen.findByText(/^On: People log in/)).toBeVisible();
  expect(calls.map((call) => call.body)).toEqual([{ team_id: 3, enable_end_user_authentication: true }]);
});

test("where there is a package, its counts lead to Macs, and it can be replaced", async () => {
  serve({ ...answers(["VIEW_SETUP", "EDIT_SETUP"]), "GET /bootstrap/3/metadata": { name: "tools.pkg", sha256: "abc", token: "t", created_at: "2026-01-01T00:00:00Z" } });
  show(<SetupPage />, ADDRESS);
  expect(await screen.findByText("tools.pkg")).toBeVisible();
  expect(await screen.findByRole("link", { name: "1 Mac: Pending" })).toHaveAttribute("href", "/hosts?bootstrap_package=pending&team_id=3");
  expect(screen.getByRole("button", { name: "Replace" })).toBeVisible();
});

test("who only looks on switches nothing", async () => {
  serve(answers(["VIEW_SETUP"]));
  show(<SetupPage />, ADDRESS);
  expect(await screen.findByRole("switch", { name: /Macs wait/ })).toBeDisabled();
  expect(screen.queryByRole("button", { name: "Upload a profile" })).toBeNull();
  expect(screen.queryByText("Bootstrap package")).toBeNull();
});

test("the macOS before the enrollment is changed in the settings of the team, and nothing else of them", async () => {
  const calls = serve({ ...answers(["VIEW_SETUP", "EDIT_SETUP", "EDIT_SETTINGS"]), "POST /spec/teams": { team_ids_by_name: { Lab: 3 } } });
  show(<SetupPage />, ADDRESS);
  await userEvent.click(await screen.findByRole("button", { name: "Change the macOS" }));
  const dialog = within(await screen.findByRole("dialog"));
  const version = dialog.getByLabelText(/Minimum version/);
  expect(version).toHaveValue("14.5");
  fireEvent.change(version, { target: { value: "Sonoma" } });
  expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  fireEvent.change(version, { target: { value: "15" } });
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Macs update to macOS 15 before they enroll.")).toBeVisible();
  expect(calls.map((call) => call.body)).toEqual([{ specs: [{ name: "Lab", mdm: { macos_setup: { enrollment: { minimum_version: "15" } } } }] }]);
});
