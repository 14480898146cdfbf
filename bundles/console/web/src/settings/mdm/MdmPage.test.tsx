import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ADMIN, me, refusal, serve, show } from "../testing";
import MdmPage from "./MdmPage";

const CERTIFICATE = {
  common_name: "APSP:1",
  serial_number: "255",
  issuer: "Apple",
  renew_date: "2027-01-01T00:00:00Z",
  topic: "com.apple.mgmt.External.old",
  apple_id: "mdm@example.com",
  renewed_by: "Ada",
  renewed_at: "2026-01-01T00:00:00Z",
  days_left: 40,
  warning: "",
};
const BASE = { "GET /me": me(ADMIN), "GET /apns/requests": { requests: [] }, "GET /status": { status: [] } };
const FILE = new File(["-----BEGIN CERTIFICATE-----"], "push.pem");

test("without a certificate MDM is off, and all three ways are there", async () => {
  serve(BASE);
  show(<MdmPage />);
  expect(await screen.findByText("MDM is off")).toBeVisible();
  expect(screen.getAllByRole("radio")).toHaveLength(3);
  expect(screen.getByText("Create a Certificate")).toBeVisible();
});

test("a renewal names the serial number and the Apple ID, and warns of a new certificate", async () => {
  serve({ ...BASE, "GET /apns": CERTIFICATE });
  show(<MdmPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Renew" }));
  const steps = within(screen.getByRole("list", { name: "At Apple" }));
  expect(steps.getByText("255")).toBeVisible();
  expect(steps.getByText("FF")).toBeVisible();
  expect(steps.getByText("mdm@example.com")).toBeVisible();
  expect(screen.getByText(/Do not press Create a Certificate/)).toBeVisible();
});

test("another topic is loaded only after the old one was typed", async () => {
  const lost = "With it, 24 enrolled Macs are lost until they enroll again.";
  const calls = serve({
    ...BASE,
    "GET /apns": CERTIFICATE,
    "POST /mdm/apple/apns_certificate": (call: { body: unknown }) =>
      (call.body as { force?: string }).force === "true" ? CERTIFICATE : refusal(409, "apns.other_topic", lost),
  });
  show(<MdmPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Renew" }));
  const form = screen.getByRole("form", { name: "Upload certificate" });
  await userEvent.upload(form.querySelector<HTMLInputElement>("input[type=file]") ?? form, FILE);
  await userEvent.click(within(form).getByRole("button", { name: "Upload certificate" }));
  expect(await screen.findByText(lost)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /Load it all the same/ }));
  const dialog = within(await screen.findByRole("dialog"));
  const go = dialog.getByRole("button", { name: "Load it and lose the Macs" });
  expect(go).toBeDisabled();
  fireEvent.change(dialog.getByRole("textbox"), { target: { value: CERTIFICATE.topic } });
  await userEvent.click(go);
  expect(await screen.findByText("The push certificate is in use")).toBeVisible();
  expect(calls.map((call) => call.body)).toEqual([
    expect.not.objectContaining({ force: "true" }),
    expect.objectContaining({ force: "true", topic: CERTIFICATE.topic, apple_id: "mdm@example.com" }),
  ]);
});

test("MDM goes off only after the serial number was typed, which says how many Macs are enrolled", async () => {
  const calls = serve({
    ...BASE,
    "GET /apns": CERTIFICATE,
    "GET /hosts/summary/mdm": {
      mobile_device_management_enrollment_status: { enrolled_manual_hosts_count: 20, enrolled_automated_hosts_count: 4 },
    },
    "DELETE /mdm/apple/apns_certificate": new Response(null, { status: 204 }),
  });
  show(<MdmPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Turn off MDM" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText(/24 Macs are enrolled/)).toBeVisible();
  const go = dialog.getByRole("button", { name: "Turn off MDM" });
  expect(go).toBeDisabled();
  await userEvent.type(dialog.getByRole("textbox"), "255");
  await userEvent.click(go);
  expect(await screen.findByText("MDM is off")).toBeVisible();
  expect(calls).toEqual([expect.objectContaining({ method: "DELETE", query: "?force=true" })]);
});

test("a request that is signed can be downloaded, and one that is not says why", async () => {
  const request = { email_address: "a@b.c", organization: "O", created_by: "Ada", request: "", mdmcert_sent_at: null, mdmcert_open: false };
  serve({
    ...BASE,
    "GET /apns/requests": {
      requests: [
        { ...request, created_at: "2026-01-02T00:00:00Z", csr: "YWJj", unsigned_reason: "" },
        { ...request, created_at: "2026-01-01T00:00:00Z", csr: null, unsigned_reason: "No vendor certificate is loaded." },
      ],
    },
  });
  show(<MdmPage />);
  expect(await screen.findByText("No vendor certificate is loaded.")).toBeVisible();
  expect(screen.getAllByRole("button", { name: /Download the request/ })).toHaveLength(1);
  await userEvent.click(screen.getByRole("radio", { name: /mdmcert.download/ }));
  expect(screen.getByText("This server has no product key of mdmcert.download")).toBeVisible();
});
