import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { me, refusal, serve, show } from "../../settings/testing";
import DeclarationsPage from "./DeclarationsPage";

const ITEM = {
  id: 4, team_id: 3, identifier: "org.example.passcode", kind: "configuration", type: "com.apple.configuration.passcode.settings",
  server_token: "x", created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z",
};
const ADDRESS = "/controls/declarations?team_id=3";

test("a payload is sent when it is a JSON object, and what the server says of it is shown", async () => {
  const calls = serve({
    "GET /me": me(["VIEW_DECLARATIONS", "EDIT_DECLARATIONS"]),
    "GET /hosts/count": { count: 5 },
    "GET /declarations": { declarations: [] },
    "POST /declarations": refusal(422, "declarations.missing_key", "The payload lacks MinimumLength."),
  });
  show(<DeclarationsPage />, ADDRESS);
  expect(await screen.findByRole("link", { name: "5 Macs" })).toHaveAttribute("href", "/hosts?team_id=3");
  await userEvent.click(screen.getByRole("button", { name: "Add" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText(/Identifier/), { target: { value: "org.example.passcode" } });
  fireEvent.change(dialog.getByLabelText(/Payload/), { target: { value: "[1]" } });
  expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  fireEvent.change(dialog.getByLabelText(/Payload/), { target: { value: '{"RequirePasscode": true}' } });
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByText("The payload lacks MinimumLength.")).toBeVisible();
  expect(dialog.getByLabelText(/Payload/)).toHaveValue('{"RequirePasscode": true}');
  expect(calls[0]?.body).toMatchObject({ team_id: 3, payload: { RequirePasscode: true } });
});

test("who only looks on reads a payload, and changes nothing", async () => {
  serve({
    "GET /me": me(["VIEW_DECLARATIONS"]),
    "GET /hosts/count": { count: 1 },
    "GET /declarations": { declarations: [ITEM] },
    "GET /declarations/4": { declaration: { ...ITEM, payload: { RequirePasscode: true }, warnings: ["Macs below 14 refuse it."] } },
  });
  show(<DeclarationsPage />, ADDRESS);
  await userEvent.click(await screen.findByRole("button", { name: "Actions for org.example.passcode" }));
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual(["Show"]);
  await userEvent.click(screen.getByRole("menuitem", { name: "Show" }));
  expect(await screen.findByText(/"RequirePasscode": true/)).toBeVisible();
  expect(screen.getByText("Macs below 14 refuse it.")).toBeVisible();
});
