import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import UpdatesPage from "../controls/updates/UpdatesPage";
import { me, serve, show } from "../settings/testing";
import { TeamSwitch } from "./TeamSwitch";

const ONLOOKER = {
  ...me([], { "3": ["VIEW_ACTIVITIES"], "5": ["VIEW_HOSTS"] }),
  user: { id: 2, name: "Tim", email: "tim@example.com", global_role: null, teams: [] },
  available_teams: [{ id: 3, name: "Lab" }, { id: 5, name: "Orchard" }],
};
const NONE = { team_id: 5, minimum_version: "", deadline: "", deadline_time: "", time_zone: "", deadline_instant: null };

function page(who: object, address: string) {
  const asked: string[] = [];
  serve({
    "GET /me": who,
    "GET /macos_updates/summary": ({ query }: { query: string }) => {
      asked.push(query);
      return { macos_updates: NONE, states: {}, versions: [] };
    },
  });
  show(<><TeamSwitch /><UpdatesPage /></>, address);
  return asked;
}

const teamSwitch = () => screen.findByRole("button", { name: /^Team/ });

test("whoever has roles in teams sees the settings of the first team that they may see", async () => {
  const asked = page(ONLOOKER, "/controls/updates");
  expect(await teamSwitch()).toHaveTextContent("Orchard");
  expect(asked).toContain("?team_id=5");
  expect(screen.queryByText(/in no team/)).toBeNull();
});

test("the team of the address comes first", async () => {
  const asked = page(ONLOOKER, "/controls/updates?team_id=3");
  expect(await teamSwitch()).toHaveTextContent("Lab");
  expect(asked).toContain("?team_id=3");
});

test("whoever has a role everywhere sees those of no team", async () => {
  const asked = page(me(["VIEW_HOSTS"]), "/controls/updates");
  expect(await teamSwitch()).toHaveTextContent("All teams");
  expect(asked).toContain("?team_id=0");
  expect(await screen.findByText(/in no team/)).toBeVisible();
});
