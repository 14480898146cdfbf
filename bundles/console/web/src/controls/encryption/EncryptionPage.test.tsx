import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { me, serve, show } from "../../settings/testing";
import EncryptionPage from "./EncryptionPage";

const KEY = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX";
const count = (macos: number) => ({ macos, windows: 0, linux: 0 });
const COUNTS = { verified: count(4), verifying: count(0), action_required: count(1), enforcing: count(0), failed: count(0), removing_enforcement: count(0) };

const answers = (permissions: string[], on: boolean) => ({
  "GET /me": me(permissions),
  "GET /teams/3": { team: { id: 3, mdm: { macos_settings: { enable_disk_encryption: on } } } },
  "GET /disk_encryption": COUNTS,
  "GET /hosts/count": { count: 5 },
});

test("turning it on asks first, with how many Macs", async () => {
  const calls = serve({ ...answers(["VIEW_HOSTS", "EDIT_DISK_ENCRYPTION"], false), "POST /disk_encryption": {} });
  show(<EncryptionPage />, "/controls/disk-encryption?team_id=3");
  expect(await screen.findByRole("link", { name: "1 Mac: Action required" })).toHaveAttribute("href", "/hosts?macos_settings_disk_encryption=action_required&team_id=3");
  await userEvent.click(await screen.findByRole("button", { name: "Turn on" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText(/^5 Macs in this team, and those that come later, are encrypted/)).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Turn on" }));
  expect(await screen.findByText("Disk encryption is on.")).toBeVisible();
  expect(calls.map((call) => call.body)).toEqual([{ team_id: 3, enable_disk_encryption: true }]);
});

test("a key of a Mac that is gone is shown once it is asked for, and is gone with its dialog", async () => {
  const calls = serve({
    ...answers(["VIEW_HOSTS", "EDIT_ESCROW"], true),
    "GET /disk_encryption/certificates": { certificates: [] },
    "GET /disk_encryption/keys": { encryption_keys: [{ id: 9, serial_number: "C02GONE", received_at: "2026-01-01T00:00:00Z", readable: true, detail: "" }], next_after: null },
    "POST /disk_encryption/keys/9/view": { id: 9, serial_number: "C02GONE", encryption_key: { key: KEY, updated_at: "2026-01-01T00:00:00Z" } },
  });
  show(<EncryptionPage />, "/controls/disk-encryption?team_id=3");
  fireEvent.change(await screen.findByRole("textbox", { name: "Search: Serial number" }), { target: { value: "C02" } });
  await userEvent.click(await screen.findByRole("button", { name: "Show the key of C02GONE" }));
  expect(await screen.findByText(/you see it is recorded in the activity feed/)).toBeVisible();
  expect(calls).toHaveLength(0);
  await userEvent.click(screen.getByRole("button", { name: "Show the key" }));
  expect(await screen.findByDisplayValue(KEY)).toBeVisible();
  expect(calls).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(screen.queryByDisplayValue(KEY)).toBeNull();
});

test("who only looks on changes nothing and sees no keys", async () => {
  serve(answers(["VIEW_HOSTS"], true));
  show(<EncryptionPage />, "/controls/disk-encryption?team_id=3");
  expect(await screen.findByText("Disk encryption is on")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Turn off" })).toBeNull();
  expect(screen.queryByText("Recovery keys of any Mac")).toBeNull();
});
