import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Call, me, refusal, serve, show } from "../../settings/testing";
import ProfilesPage from "./ProfilesPage";

const HOSTILE = "<img src=x onerror=alert(1)>";
const UUID = "11111111-1111-4111-8111-111111111111";
const PROFILE = {
  profile_id: 1, profile_uuid: UUID, team_id: 3, name: HOSTILE, identifier: "org.example.dock", platform: "darwin",
  origin: "file", checksum: "00", created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z",
};
const LINT = {
  name: "Dock", identifier: "org.example.dock",
  payloads: [{ type: "com.apple.dock", identifier: "org.example.dock.1", name: "The Dock" }],
  warnings: [{ code: "identifier_taken", message: "Taken." }, { code: "unsigned", message: "It is not signed." }],
};
const EDITOR = ["VIEW_PROFILES", "EDIT_PROFILES", "RUN_COMMANDS", "VIEW_HOSTS"];

const answers = (permissions: string[], profiles: object[] = [PROFILE]) => ({
  "GET /me": me([], { "3": permissions }),
  "GET /configuration_profiles": { profiles, counts: { [UUID]: { verified: 6, verifying: 0, pending: 0, failed: 2 } } },
  "GET /configuration_profiles/summary": { verified: 6, verifying: 0, pending: 0, failed: 2 },
  [`GET /configuration_profiles/${UUID}/status`]: { verified: 6, verifying: 0, pending: 0, failed: 2 },
  [`GET /configuration_profiles/${UUID}/warnings`]: { ...LINT, warnings: [] },
  [`GET /configuration_profiles/${UUID}/hosts`]: ({ query }: Call) => ({
    hosts: query.includes("status=failed") ? [{ id: 7, hostname: "Ada's Mac", hardware_serial: "C07", detail: "The profile is broken." }] : [],
  }),
  [`GET /configuration_profiles/${UUID}`]: () => new Response("<old/>"),
});

const ADDRESS = "/controls/profiles?team_id=3";

async function choose() {
  await userEvent.click(await screen.findByRole("button", { name: "Upload" }));
  const dialog = await screen.findByRole("dialog");
  const input = dialog.querySelector<HTMLInputElement>("input[type=file]");
  expect(input).not.toBeNull();
  await userEvent.upload(input as HTMLInputElement, new File(["<new/>"], "dock.mobileconfig"));
  return within(dialog);
}

test("a file is looked at, and uploaded only when somebody has seen what was found", async () => {
  const calls = serve({ ...answers(EDITOR, []), "POST /configuration_profiles/lint": LINT, "POST /configuration_profiles": { profile_uuid: UUID, warnings: [] } });
  show(<ProfilesPage />, ADDRESS);
  expect(await screen.findByText("There are no profiles here")).toBeVisible();
  const dialog = await choose();
  expect(await dialog.findByText("It is not signed.")).toBeVisible();
  expect(dialog.getByText("org.example.dock: The Dock")).toBeVisible();
  expect(calls.map((call) => call.path)).toEqual(["/configuration_profiles/lint"]);
  await userEvent.click(dialog.getByRole("button", { name: "Upload" }));
  await waitFor(() => expect(calls.at(-1)).toMatchObject({ path: "/configuration_profiles", body: { team_id: "3" } }));
  expect(await screen.findByText("Uploaded. Macs get it within moments.")).toBeVisible();
});

test("what is in the way is named, and replaced in one step after a question with the number of Macs", async () => {
  const calls = serve({
    ...answers(EDITOR),
    "POST /configuration_profiles/lint": LINT,
    [`PUT /configuration_profiles/${UUID}`]: { profile_uuid: UUID, warnings: [] },
  });
  show(<ProfilesPage />, ADDRESS);
  await screen.findByText(HOSTILE);
  const dialog = await choose();
  expect(await dialog.findByText(/cannot be added beside what is there/)).toBeVisible();
  expect(dialog.getByRole("button", { name: "Upload" })).toBeDisabled();
  await userEvent.click(dialog.getByRole("button", { name: "Replace" }));
  expect(await screen.findByText(/8 Macs will get the new one/)).toBeVisible();
  expect(screen.getByText(/the old one comes back/)).toBeVisible();
  const question = within(screen.getAllByRole("dialog").at(-1) as HTMLElement);
  await userEvent.click(question.getByRole("button", { name: "Replace" }));
  expect(await screen.findByText("dock.mobileconfig is uploaded")).toBeVisible();
  expect(calls.map(({ method, path }) => `${method} ${path}`).slice(1)).toEqual([`PUT /configuration_profiles/${UUID}`]);
  expect(document.querySelector("img")).toBeNull();
});

test("why a file is refused in the place of a profile is said in the question", async () => {
  serve({
    ...answers(EDITOR),
    "POST /configuration_profiles/lint": LINT,
    [`PUT /configuration_profiles/${UUID}`]: () => refusal(422, "profiles.bad", "This is none."),
  });
  show(<ProfilesPage />, ADDRESS);
  await screen.findByText(HOSTILE);
  const dialog = await choose();
  await userEvent.click(await dialog.findByRole("button", { name: "Replace" }));
  const question = within(screen.getAllByRole("dialog").at(-1) as HTMLElement);
  await userEvent.click(await question.findByRole("button", { name: "Replace" }));
  expect(await question.findByText("This is none.")).toBeVisible();
});

test("what has only its name is not replaced", async () => {
  serve({ ...answers(EDITOR), "POST /configuration_profiles/lint": { ...LINT, name: HOSTILE, identifier: "org.example.other" } });
  show(<ProfilesPage />, ADDRESS);
  await screen.findByText(HOSTILE);
  const dialog = await choose();
  expect(await dialog.findByText(/give the file another name/)).toBeVisible();
  expect(dialog.queryByRole("button", { name: "Replace" })).toBeNull();
});

test("each count leads to its Macs, with the reason and a way to send it again", async () => {
  const calls = serve({ ...answers(EDITOR), [`POST /hosts/7/configuration_profiles/${UUID}/resend`]: {} });
  show(<ProfilesPage />, ADDRESS);
  await userEvent.click(await screen.findByRole("button", { name: `2 failed: ${HOSTILE}` }));
  expect(await screen.findByText("The profile is broken.")).toBeVisible();
  expect(screen.getByText("The Dock (com.apple.dock)")).toBeVisible();
  expect(screen.getByRole("link", { name: "Ada's Mac" })).toHaveAttribute("href", "/hosts/7?section=profiles&team_id=3");
  await userEvent.click(screen.getByRole("button", { name: "Resend to Ada's Mac" }));
  expect(await screen.findByText("The profile is sent to Ada's Mac once more.")).toBeVisible();
  expect(calls).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: "Pending: 0" }));
  expect(await screen.findByText("There is no such Mac.")).toBeVisible();
});

test("who only looks on neither uploads, deletes nor sends again", async () => {
  serve(answers(["VIEW_PROFILES"]));
  show(<ProfilesPage />, ADDRESS);
  await userEvent.click(await screen.findByRole("button", { name: `Actions for ${HOSTILE}` }));
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual(["Macs and warnings", "Download"]);
  expect(screen.queryByRole("button", { name: "Upload" })).toBeNull();
  await userEvent.click(screen.getByRole("menuitem", { name: "Macs and warnings" }));
  expect(await screen.findByText("The profile is broken.")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Resend/ })).toBeNull();
});
