import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test } from "vitest";
import { HelpLink } from "../parts/HelpLink";
import { withTeam } from "./TeamLink";

afterEach(cleanup);

test("the team that is chosen goes along, in front of the place on the page", () => {
  expect(withTeam("/hosts/7", 3)).toBe("/hosts/7?team_id=3");
  expect(withTeam("/hosts/7?section=profiles", 0)).toBe("/hosts/7?section=profiles&team_id=0");
  expect(withTeam("/help/migrate#first", 3)).toBe("/help/migrate?team_id=3#first");
});

test("a link that names a team keeps it, and without a choice nothing is added", () => {
  expect(withTeam("/controls/profiles?team_id=0", 3)).toBe("/controls/profiles?team_id=0");
  expect(withTeam("/hosts/7", undefined)).toBe("/hosts/7");
});

test("whoever looks something up comes back to the same team", () => {
  render(
    <MemoryRouter initialEntries={["/hosts?team_id=5&query=ada"]}>
      <HelpLink page="profiles" />
    </MemoryRouter>,
  );
  expect(screen.getByRole("link", { name: "Help" })).toHaveAttribute("href", "/help/profiles?team_id=5");
});
