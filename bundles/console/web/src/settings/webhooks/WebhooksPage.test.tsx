import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ADMIN, me, serve, show } from "../testing";
import WebhooksPage from "./WebhooksPage";

const WEBHOOK = {
  id: 1, name: "Chat", url: "https://hooks.example.com/T0/path", team_id: null, topics: [], include_raw_payload: false,
  paused: false, created_at: "2026-01-01T00:00:00Z", waiting: 2, dead: 1, failures: 0, next_try_at: null,
};

test("the secret of a new webhook is shown once and is gone when it is closed", async () => {
  const calls = serve({
    "GET /me": me(ADMIN),
    "GET /teams": { teams: [] },
    "GET /webhooks": { webhooks: [] },
    "POST /webhooks": { webhook: { ...WEBHOOK, secret: "the-secret-of-it" } },
  });
  show(<WebhooksPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Add webhook" }));
  const form = within(await screen.findByRole("dialog"));
  fireEvent.change(form.getByLabelText(/Name/), { target: { value: "Chat" } });
  fireEvent.change(form.getByLabelText(/Address/), { target: { value: WEBHOOK.url } });
  fireEvent.change(form.getByLabelText("Topics"), { target: { value: "mdm_enrolled\nlocked_host" } });
  await userEvent.click(form.getByRole("button", { name: "Add" }));
  expect(await screen.findByDisplayValue("the-secret-of-it")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "I have copied it" }));
  await waitFor(() => expect(screen.queryByDisplayValue("the-secret-of-it")).toBeNull());
  expect(calls[0]?.body).toMatchObject({ name: "Chat", team_id: 0, topics: ["mdm_enrolled", "locked_host"] });
});

test("a receiver that did not take the test event is told of in its words", async () => {
  serve({
    "GET /me": me(ADMIN),
    "GET /teams": { teams: [] },
    "GET /webhooks": { webhooks: [WEBHOOK] },
    "POST /webhooks/1/test": { delivered: false, outcome: "503 Service Unavailable", event_id: "test-1" },
  });
  show(<WebhooksPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Actions for Chat" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Send a test event" }));
  expect(await screen.findByText("503 Service Unavailable")).toBeVisible();
  expect(screen.queryByText(/T0\/path/)).toBeNull();
});
