import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { me, serve, show } from "../../settings/testing";
import UpdatesPage from "./UpdatesPage";

const POLICY = { team_id: 3, minimum_version: "15.1", deadline: "2020-01-02", deadline_time: "20:00", time_zone: "Europe/Berlin", deadline_instant: "2020-01-02T19:00:00Z" };
const NONE = { team_id: 3, minimum_version: "", deadline: "", deadline_time: "", time_zone: "", deadline_instant: null };
const VERSIONS = [
  { version: "15.1", state: "up_to_date", hosts: 5 },
  { version: "14.6", state: "overdue", hosts: 2 },
];

const summary = (policy: object, states: Record<string, number>, failed = 0) => ({ macos_updates: policy, states, failed, versions: VERSIONS });

test("a deadline that has passed is told, with how many Macs are overdue and where they are", async () => {
  serve({ "GET /me": me(["VIEW_HOSTS"]), "GET /macos_updates/summary": summary(POLICY, { up_to_date: 5, overdue: 2 }, 1) });
  show(<UpdatesPage />, "/controls/updates?team_id=3");
  expect(await screen.findByText("The deadline has passed")).toBeVisible();
  expect(screen.getByText(/^2 Macs must update at once/)).toBeVisible();
  expect(screen.getByRole("link", { name: "2 Macs: Update overdue" })).toHaveAttribute("href", "/hosts?macos_updates=overdue&team_id=3");
  expect(screen.getByRole("link", { name: "1 Mac: Update failed" })).toHaveAttribute("href", "/hosts?macos_updates=failed&team_id=3");
  expect(screen.queryByRole("button", { name: "Change" })).toBeNull();
});

test("who requires a macOS is told how many Macs run something older", async () => {
  const calls = serve({
    "GET /me": me([], { "3": ["VIEW_HOSTS", "EDIT_UPDATES"] }),
    "GET /macos_updates/summary": summary(NONE, {}),
    "PATCH /macos_updates": { macos_updates: POLICY, warnings: [] },
  });
  show(<UpdatesPage />, "/controls/updates?team_id=3");
  await userEvent.click(await screen.findByRole("button", { name: "Require a macOS" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText(/Minimum version/), { target: { value: "Sonoma" } });
  fireEvent.change(dialog.getByLabelText(/Deadline/), { target: { value: "2020-01-02" } });
  expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  fireEvent.change(dialog.getByLabelText(/Minimum version/), { target: { value: "15" } });
  expect(dialog.getByText("2 Macs of 7 run something older and are asked to update.")).toBeVisible();
  expect(dialog.getByText(/This day has passed/)).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("macOS 15 is required.")).toBeVisible();
  expect(calls.map((call) => call.body)).toEqual([expect.objectContaining({ team_id: 3, minimum_version: "15", deadline: "2020-01-02" })]);
});

test("what people see has Nudge's own words", async () => {
  serve({
    "GET /me": me(["VIEW_HOSTS"]),
    "GET /macos_updates/summary": summary(POLICY, {}),
    "GET /macos_updates/nudge.json": { userInterface: { updateElements: [{ mainHeader: "This Mac needs macOS 15.1", subHeader: "Save first.", actionButtonText: "Update now" }] } },
  });
  show(<UpdatesPage />, "/controls/updates?team_id=3");
  await userEvent.click(await screen.findByRole("button", { name: "What people see" }));
  expect(await screen.findByText("This Mac needs macOS 15.1")).toBeVisible();
  expect(screen.getByText("Update now")).toBeVisible();
  expect(screen.getByText(/the Mac installs it by itself/)).toBeVisible();
});
