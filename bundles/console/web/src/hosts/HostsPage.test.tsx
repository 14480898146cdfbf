import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useLocation } from "react-router";
import { ADMIN, me, refusal, serve, show } from "../settings/testing";
import HostsPage from "./HostsPage";

afterEach(() => localStorage.clear());

const host = (id: number, more: object = {}) => ({
  id,
  uuid: `UDID-${id}`,
  display_name: `Mac ${id}`,
  hardware_serial: `C02${id}`,
  hardware_model: "Mac14,2",
  hardware_model_name: "MacBook Air",
  os_version: "macOS 14.6",
  os_supported: true,
  team_name: null,
  mdm: { enrollment_status: "On (manual)" },
  created_at: "2026-01-01T00:00:00Z",
  seen_time: "2026-01-01T00:00:00Z",
  ...more,
});

const WHO = {
  ...me([...ADMIN, "TRANSFER_HOSTS"]),
  available_teams: [{ id: 3, name: "Desks" }],
};

const fleet = (hosts: object[], count = hosts.length) => ({
  "GET /me": WHO,
  "GET /hosts": { hosts },
  "GET /hosts/count": { count },
  "GET /hosts/summary/mdm": {
    mobile_device_management_enrollment_status: {
      enrolled_manual_hosts_count: count,
      enrolled_automated_hosts_count: 0,
      pending_hosts_count: 0,
      unenrolled_hosts_count: 0,
    },
  },
  "GET /config": { mdm: { enabled_and_configured: true } },
});

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

const page = (address = "/hosts") =>
  show(
    <>
      <HostsPage />
      <Address />
    </>,
    address,
  );

const address = () => screen.getByText(/^\/hosts/, { selector: "output" }).textContent;

test("hosts lead to their pages, which keep the team, and tell their state in words", async () => {
  serve(fleet([host(1, { os_supported: false, os_version: "macOS 11.7" })]));
  page("/hosts?team_id=3");
  expect(await screen.findByText("Mac 1")).toHaveAttribute("href", "/hosts/1?team_id=3");
  const row = screen.getByRole("row", { name: /Mac 1/ });
  expect(within(row).getByText("MDM on (manual)")).toBeVisible();
  expect(row).toHaveTextContent("macOS 11.7 (not supported)");
});

test("a heading sorts, and a filter is a label that can be removed", async () => {
  serve(fleet([host(1)]));
  page("/hosts?macos_settings=failed&page=0");
  fireEvent.click(await screen.findByText("Serial number"));
  await waitFor(() => expect(address()).toBe("/hosts?macos_settings=failed&order_key=hardware_serial"));
  fireEvent.click(screen.getByText("Serial number"));
  await waitFor(() => expect(address()).toContain("order_direction=desc"));
  fireEvent.click(screen.getByLabelText("Remove the filter Profiles: Failed"));
  await waitFor(() => expect(address()).not.toContain("macos_settings"));
});

test("what is typed is searched for, and is in the address", async () => {
  serve(fleet([host(1)]));
  page("/hosts?page=0");
  fireEvent.change(await screen.findByPlaceholderText("Name, serial number, UDID"), { target: { value: "ada" } });
  await waitFor(() => expect(address()).toBe("/hosts?query=ada"));
});

test("some are transferred by their numbers, with how many in the question", async () => {
  const calls = serve({ ...fleet([host(1), host(2), host(3)]), "POST /hosts/transfer": {} });
  page();
  fireEvent.click(await screen.findByLabelText("Select Mac 1"));
  fireEvent.click(screen.getByLabelText("Select Mac 3"));
  fireEvent.click(screen.getByText("Transfer 2 Macs"));
  await choose("Desks");
  expect(calls.map(({ path, body }) => [path, body])).toEqual([
    ["/hosts/transfer", { team_id: 3, hosts: [1, 3] }],
  ]);
  await screen.findByText("2 Macs: in Desks now.");
  expect(screen.queryByText(/selected$/)).toBeNull();
});

test("all that match are transferred by what the list is filtered by", async () => {
  const calls = serve({ ...fleet([host(1), host(2)], 1234), "POST /hosts/transfer/filter": {} });
  page("/hosts?query=ada&mdm_enrollment_status=manual&team_id=0");
  fireEvent.click(await screen.findByLabelText("Select all of this page"));
  fireEvent.click(screen.getByText("Transfer all 1,234 Macs that match"));
  await choose("Desks");
  expect(calls.map(({ path, body }) => [path, body])).toEqual([
    ["/hosts/transfer/filter", { team_id: 3, filters: { query: "ada", mdm_enrollment_status: "manual", team_id: 0 } }],
  ]);
});

async function choose(team: string) {
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText("Transfer").closest("button")).toBeDisabled();
  fireEvent.click(within(dialog).getByLabelText(/^New team/));
  fireEvent.click(await screen.findByText(team));
  fireEvent.click(within(dialog).getByText("Transfer"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
}

test("a refused transfer says why and stays open", async () => {
  serve({
    ...fleet([host(1)]),
    "POST /hosts/transfer": () => refusal(404, "organization.team_not_found", "There is no such team."),
  });
  page();
  fireEvent.click(await screen.findByLabelText("Select Mac 1"));
  fireEvent.click(screen.getByText("Transfer 1 Mac"));
  const dialog = await screen.findByRole("dialog");
  fireEvent.click(within(dialog).getByLabelText(/^New team/));
  fireEvent.click(await screen.findByText("No team", { selector: "[role=option] *" }));
  fireEvent.click(within(dialog).getByText("Transfer"));
  expect(await within(dialog).findByText(/There is no such team/)).toBeVisible();
});

test("some are put on the migration board, with what is known of all of them", async () => {
  const calls = serve({ ...fleet([host(1), host(2), host(3)]), "POST /migration": { changed: 2 } });
  page();
  fireEvent.click(await screen.findByLabelText("Select Mac 1"));
  fireEvent.click(screen.getByLabelText("Select Mac 2"));
  fireEvent.click(screen.getByText("Add 2 Macs to migration"));
  const dialog = await screen.findByRole("dialog", { name: "Add 2 Macs to migration" });
  fireEvent.change(within(dialog).getByLabelText("Name of the old MDM"), { target: { value: "Elder" } });
  fireEvent.click(within(dialog).getByText("Add"));
  await screen.findByText("On the migration board: 2 Macs");
  expect(calls.map(({ path, body }) => [path, body])).toEqual([
    ["/migration", { hosts: [1, 2], marks: { old_mdm: "Elder", archived: false } }],
  ]);
  expect(screen.queryByText(/selected$/)).toBeNull();
});

test("each role is offered what it may do with what is chosen", async () => {
  serve({ ...fleet([host(1)]), "GET /me": me(["VIEW_HOSTS"], { 3: ["VIEW_HOSTS", "EDIT_HOSTS"] }) });
  const first = page("/hosts?team_id=3");
  fireEvent.click(await screen.findByLabelText("Select Mac 1"));
  expect(screen.getByText("Add 1 Mac to migration")).toBeVisible();
  expect(screen.queryByText(/^Transfer/)).toBeNull();
  first.unmount();
  page("/hosts?team_id=4");
  await screen.findByText("Mac 1");
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("who may do nothing with them chooses nothing", async () => {
  serve({ ...fleet([host(1)]), "GET /me": me(["VIEW_HOSTS"]) });
  page();
  await screen.findByText("Mac 1");
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("link", { name: "Add Macs" })).toBeNull();
});

test("the file has the columns of the page", async () => {
  localStorage.setItem("pomona.hosts.columns", '["encryption", "update", "status"]');
  URL.createObjectURL = () => "blob:hosts";
  let asked = "";
  serve({
    ...fleet([host(1, { status: "online" })]),
    "GET /hosts/report": ({ query }: { query: string }) => {
      asked = query;
      return new Response("id\n");
    },
  });
  page("/hosts?macos_updates=overdue");
  expect(await screen.findByText("Online")).toBeVisible();
  fireEvent.click(screen.getByText("Download CSV"));
  await waitFor(() => expect(new URLSearchParams(asked).get("columns")).toBe("id,hardware_serial,display_name,disk_encryption,macos_update,status"));
  expect(asked).toContain("macos_updates=overdue");
});

test("who may add Macs to a team is led to it", async () => {
  serve({ ...fleet([host(1)]), "GET /me": me([], { "3": ["VIEW_HOSTS", "EDIT_HOSTS"] }) });
  page("/hosts?team_id=3");
  expect(await screen.findByRole("link", { name: "Add Macs" })).toHaveAttribute("href", "/devices/add?team_id=3");
});

test("an empty list says what to do next", async () => {
  serve(fleet([]));
  const first = page("/hosts?team_id=3");
  await screen.findByText("There are no Macs here yet");
  for (const link of screen.getAllByRole("link", { name: "Add Macs" })) {
    expect(link).toHaveAttribute("href", "/devices/add?team_id=3");
  }
  first.unmount();

  serve({ ...fleet([]), "GET /config": { mdm: { enabled_and_configured: false } } });
  const second = page();
  await screen.findByText("MDM is off");
  expect(screen.getByRole("link", { name: "Connect to Apple" })).toHaveAttribute("href", "/settings/integrations/mdm");
  second.unmount();

  serve(fleet([]));
  page("/hosts?query=nobody&team_id=3");
  await screen.findByText("No Mac matches");
  fireEvent.click(screen.getByText("Clear search and filters"));
  await waitFor(() => expect(address()).toBe("/hosts?team_id=3"));
});

test("a page that is not there any more leads to the last one", async () => {
  serve(fleet([host(1)], 41));
  page("/hosts?page=9&per_page=20");
  await waitFor(() => expect(address()).toBe("/hosts?page=2&per_page=20"));
});
