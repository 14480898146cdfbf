import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ADMIN, me, refusal, serve, show } from "../testing";
import AbmPage from "./AbmPage";

const NO_TEAM = { name: "No team", team_id: 0 };
const TOKEN = {
  id: 1, apple_id: "abm@example.com", org_name: "Orchard Works", mdm_server_url: "https://mdm.example.com/mdm",
  renew_date: new Date(Date.now() + 20.5 * 86_400_000).toISOString(), terms_expired: true, macos_team: NO_TEAM,
  ios_team: NO_TEAM, ipados_team: NO_TEAM, server_name: "Pomona", loaded_at: "2026-01-01T00:00:00Z", device_count: 7,
  missing_count: 2, synced_at: null, next_sync_at: "2026-01-01T00:00:00Z", full_sync_at: null, fetching: false,
  trouble: { kind: "terms_not_signed", message: "Accept them at business.apple.com.", detail: "T_C_NOT_SIGNED", since: "2026-01-01T00:00:00Z" },
};
const BASE = { "GET /me": me(ADMIN), "GET /teams": { teams: [] }, "GET /abm_tokens": { abm_tokens: [TOKEN] } };

const chooseToken = async (dialog: HTMLElement) => {
  const input = dialog.querySelector<HTMLInputElement>("input[type=file]");
  await userEvent.upload(input ?? dialog, new File(["token"], "token.p7m", { type: "application/pkcs7-mime" }));
};

test("trouble and a token that ends are told in words", async () => {
  serve(BASE);
  show(<AbmPage />);
  expect(await screen.findByText(/New terms have to be accepted/)).toBeVisible();
  expect(screen.getByText(/Accept them at business.apple.com/)).toBeVisible();
  expect(screen.getByText(/The token ends in 20 days/)).toBeVisible();
  expect(screen.getByText("not yet")).toBeVisible();
});

test("the steps are there while nothing is connected", async () => {
  serve({ ...BASE, "GET /abm_tokens": { abm_tokens: [] } });
  show(<AbmPage />);
  expect(await screen.findByText("Apple Business Manager is not connected")).toBeVisible();
  expect(screen.getByRole("button", { name: "Download public key" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Upload token" })).toBeDisabled();
});

test("the token of another server is taken only by a second decision", async () => {
  const calls = serve({
    ...BASE,
    "PATCH /abm_tokens/1/renew": (call: { query: string }) =>
      call.query === "?force=true" ? { abm_token: TOKEN } : refusal(409, "abm.other_server", "The token is of another MDM server."),
  });
  show(<AbmPage />);
  await userEvent.click((await screen.findAllByRole("button", { name: "Renew token" }))[0] ?? document.body);
  const dialog = await screen.findByRole("dialog");
  await chooseToken(dialog);
  expect(within(dialog).queryByRole("checkbox")).toBeNull();
  await userEvent.click(within(dialog).getByRole("button", { name: "Renew" }));
  expect(await within(dialog).findByText(/another MDM server/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole("checkbox"));
  await userEvent.click(within(dialog).getByRole("button", { name: "Use the other server" }));
  expect(await screen.findByText("The token is renewed")).toBeVisible();
  expect(calls.map((call) => call.query)).toEqual(["", "?force=true"]);
});

test("deleting a token says how many Macs are no longer pending, and asks for its name", async () => {
  serve(BASE);
  show(<AbmPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Actions for Pomona" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Delete token" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/assigns 7 Macs to Pomona/)).toBeVisible();
  expect(dialog.getByRole("button", { name: "Delete token" })).toBeDisabled();
});
