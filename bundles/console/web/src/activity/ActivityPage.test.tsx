import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { useLocation } from "react-router";
import { me, refusal, serve, show } from "../settings/testing";
import ActivityPage from "./ActivityPage";
import { peopleLike } from "./PersonFinder";

const ADA = { id: 1, name: "Ada", email: "ada@example.com" };
const EVE = { id: 2, name: "Eve", email: "eve@example.com" };
const ROW = {
  id: 9,
  created_at: "2026-03-01T10:00:00Z",
  actor_full_name: "Gone Girl",
  actor_id: 7,
  actor_email: "gone@example.com",
  type: "locked_host",
  details: {},
};
const BASE = {
  "GET /me": me(["VIEW_ACTIVITIES", "VIEW_USERS", "VIEW_HOSTS"]),
  "GET /users": { users: [ADA, EVE] },
  "GET /activities": { activities: [ROW] },
  "GET /hosts": { hosts: [{ id: 12, display_name: "Ada's iMac", hardware_serial: "C02X" }] },
  "GET /hosts/12": { host: { id: 12, display_name: "Ada's iMac" } },
  "GET /hosts/13": () => refusal(404, "enrollment.host_not_found", "There is no such host."),
};

function Where() {
  return <output>{useLocation().search}</output>;
}

const page = (address = "/activity") => show(<><ActivityPage /><Where /></>, address);

test("a person and a Mac are found by a part of their names, and stay in the address until they are taken away", async () => {
  serve(BASE);
  page("/activity?page=2");
  await userEvent.type(await screen.findByRole("combobox", { name: "Person" }), "ev");
  await userEvent.click(await screen.findByRole("option", { name: "Eve (eve@example.com)" }));
  expect(await screen.findByText("Person: Eve")).toBeVisible();
  await userEvent.type(screen.getByRole("combobox", { name: "Mac" }), "imac");
  await screen.findByRole("option", { name: "Ada's iMac (C02X)" });
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(await screen.findByText("Mac: Ada's iMac")).toBeVisible();
  expect(screen.getByText("?actor=2&host_id=12")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Remove the filter Person: Eve" }));
  await waitFor(() => expect(screen.getByText("?host_id=12")).toBeVisible());
  await userEvent.click(screen.getByRole("button", { name: /^Remove all filters/ }));
  await waitFor(() => expect(screen.queryByText(/^Mac:/)).toBeNull());
});

test("who and what is gone is named as well as is known", async () => {
  serve(BASE);
  page("/activity?actor=7&host_id=13");
  expect(await screen.findByText("Person: Gone Girl")).toBeVisible();
  expect(screen.getByText("Mac: 13")).toBeVisible();
});

test("an address that nobody has here is taken as it is typed", () => {
  expect(peopleLike([ADA, EVE], "EXAMPLE.com").map(({ value }) => value)).toEqual(["1", "2"]);
  expect(peopleLike([ADA], "gone@example.com")).toEqual([
    { value: "gone@example.com", label: "Only what gone@example.com did" },
  ]);
  expect(peopleLike([ADA], "ada@example.com").map(({ value }) => value)).toEqual(["1"]);
});
