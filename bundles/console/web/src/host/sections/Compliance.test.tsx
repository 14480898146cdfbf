import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { me, refusal, serve, show } from "../../settings/testing";
import type { Host } from "../Host";
import { Compliance } from "./Compliance";

const HOST = { id: 7, team_id: null, os_supported: true, mdm: { enrollment_status: "On (manual)", device_status: "unlocked", pending_action: "", profiles: [] } } as unknown as Host;
const GOOD = /has what its team requires/;

const answers = (lock: unknown) => ({
  "GET /me": me(["VIEW_HOSTS", "VIEW_COMMANDS"]),
  "GET /hosts/7/timeline": { waiting: 0, sentence: "", entries: [] },
  "GET /hosts/7/lock": lock,
  "GET /hosts/7/os_updates": { host_id: 7 },
});

test("a Mac is called good only when all that is known of it has come", async () => {
  let come: (locks: Response) => void = () => undefined;
  const locks = new Promise<Response>((resolve) => (come = resolve));
  serve(answers(() => locks));
  show(<Compliance host={HOST} />);
  expect(await screen.findByLabelText("Looking at what is known of this Mac")).toBeVisible();
  expect(screen.queryByText(GOOD)).toBeNull();
  come(Response.json({ history: [] }));
  expect(await screen.findByText(GOOD)).toBeVisible();
});

test("what could not be read is said, and is not called good", async () => {
  serve(answers(() => refusal(500, "http.internal", "It failed.")));
  show(<Compliance host={HOST} />);
  expect(await screen.findByText("Not all that is known of this Mac could be read.")).toBeVisible();
  expect(screen.queryByText(GOOD)).toBeNull();
});
