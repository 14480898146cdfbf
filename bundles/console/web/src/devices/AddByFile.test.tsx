import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ADMIN, me, serve, show } from "../settings/testing";
import { AddByFile } from "./AddByFile";

test("the Macs of a file come into the team that is looked at, unless another is chosen", async () => {
  serve({ "GET /me": me(ADMIN), "GET /teams": { teams: [{ id: 3, name: "Lab" }, { id: 5, name: "Orchard" }] } });
  show(<AddByFile />, "/devices/add?team_id=5");
  expect(await screen.findByRole("button", { name: "Team: Orchard" })).toBeVisible();
});
