import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { useLocation } from "react-router";
import { ADMIN, me, serve, show } from "../testing";
import IntegrationsPage from "./IntegrationsPage";
import { IntegrationTabs } from "./IntegrationTabs";

function Where() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

const names = (label: string) =>
  within(screen.getByRole("navigation", { name: label }))
    .getAllByRole("tab")
    .map((tab) => tab.textContent);

test("a page says where it is among the integrations, and leads to the others with the team", async () => {
  serve({ "GET /me": me(ADMIN) });
  show(<><IntegrationTabs /><Where /></>, "/settings/integrations/mdm/abm/7/macs?team_id=3");
  const mdm = await screen.findByRole("tab", { name: "MDM" });
  expect(mdm).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("tab", { name: "Apple Business Manager" })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("tab", { name: "Push certificate" })).not.toHaveAttribute("aria-current");
  expect(names("Pages of MDM")).toEqual(["Push certificate", "Apple Business Manager", "Assignments"]);
  await userEvent.click(screen.getByRole("tab", { name: "Webhooks" }));
  expect(screen.getByRole("status")).toHaveTextContent("/settings/integrations/webhooks?team_id=3");
});

test("who may see less gets to the first page that is for him", async () => {
  serve({ "GET /me": me([], { 3: ["VIEW_HOSTS", "EDIT_WEBHOOKS"] }) });
  show(<><IntegrationsPage /><IntegrationTabs /><Where /></>, "/settings/integrations?team_id=3");
  expect(await screen.findByText("/settings/integrations/mdm/assignments?team_id=3")).toBeVisible();
  expect(names("Integrations")).toEqual(["MDM", "Webhooks"]);
  expect(screen.queryByRole("navigation", { name: "Pages of MDM" })).toBeNull();
});
