import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ADMIN, me, serve, show } from "../settings/testing";
import AddMacsPage from "./AddMacsPage";

const TEAMS = { "GET /teams": { teams: [{ id: 3, name: "Lab" }] } };

test("whoever may let in any Mac downloads a profile for one", async () => {
  URL.createObjectURL = vi.fn(() => "blob:profile");
  URL.revokeObjectURL = vi.fn();
  serve({ ...TEAMS, "GET /me": me(ADMIN), "GET /enrollment_profiles/manual": () => new Response("<plist/>") });
  show(<AddMacsPage />, "/devices/add");
  await userEvent.click(await screen.findByRole("tab", { name: "Unknown serial number" }));
  await userEvent.click(screen.getByRole("button", { name: "Download enrollment profile" }));
  expect(await screen.findByText("The enrollment profile was downloaded")).toBeVisible();
});

test("a role in a team does not let in Macs that nobody knows", async () => {
  serve({ ...TEAMS, "GET /me": me([], { "3": ["EDIT_HOSTS"] }) });
  show(<AddMacsPage />, "/devices/add");
  await screen.findByRole("tab", { name: "CSV file" });
  expect(screen.queryByRole("tab", { name: "Unknown serial number" })).toBeNull();
});
