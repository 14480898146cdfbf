import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ADMIN, me, serve, show } from "../settings/testing";
import { Banners } from "./Banners";

const line = (name: string, level: string, message = `Something of ${name}.`) => ({ name, level, message });

test("three faults are shown, errors first, and the others are counted", async () => {
  serve({
    "GET /me": me(ADMIN),
    "GET /status": {
      status: [
        line("commands.push", "warning"),
        line("apns.certificate", "warning", "MDM is off: no push certificate is loaded."),
        line("abm.token.x", "warning"),
        line("pki.device_ca", "ok"),
        line("abm.sync.x", "error", "New terms wait."),
        line("profiles.waiting", "warning"),
      ],
    },
  });
  show(<Banners />);
  await screen.findByText(/New terms wait/);
  expect(screen.getByRole("link", { name: "Go to the push certificate" })).toHaveAttribute("href", "/settings/integrations/mdm");
  expect(screen.queryByText(/Something of abm.token.x/)).toBeNull();
  expect(screen.getByRole("link", { name: "and 2 more" })).toHaveAttribute("href", "/settings/status");
});

test("a warning can be hidden, an error cannot", async () => {
  serve({
    "GET /me": me(ADMIN),
    "GET /status": { status: [line("apns.push", "error", "Apple is away."), line("abm.token.x", "warning", "It ends.")] },
  });
  show(<Banners />);
  await userEvent.click(await screen.findByRole("button", { name: "Hide: It ends." }));
  await waitFor(() => expect(screen.queryByText(/It ends/)).toBeNull());
  expect(screen.getByText(/Apple is away/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /Apple is away/ })).toBeNull();
});

test("who does not see the push certificate is led to the status", async () => {
  serve({ "GET /me": me(["VIEW_STATUS"]), "GET /status": { status: [line("apns.push", "error")] } });
  show(<Banners />);
  expect(await screen.findByRole("link", { name: "Go to the status" })).toBeVisible();
});

test("people with roles in teams are told when MDM is off, and nothing else", async () => {
  serve({ "GET /me": me(["VIEW_CONFIG"]), "GET /config": { mdm: { enabled_and_configured: false } } });
  show(<Banners />);
  expect(await screen.findByText(/MDM is off/)).toBeVisible();
  expect(screen.queryByRole("link")).toBeNull();
});

test("nothing is shown while everything is fine, and to who may see nothing", async () => {
  serve({ "GET /me": me(ADMIN), "GET /status": { status: [line("apns.push", "ok")] } });
  show(<><Banners /><p>page</p></>);
  await screen.findByText("page");
  expect(screen.queryByRole("region")).toBeNull();
});
