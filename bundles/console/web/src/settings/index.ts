import type { Area } from "../app/area";
import { MDM, WEBHOOKS } from "./integrations/tree";

export const settings: Area[] = [
  {
    path: "settings/integrations",
    permission: "VIEW_HOSTS",
    load: () => import("./integrations/IntegrationsPage"),
    nav: { label: "Integrations", group: "Settings", order: 500 },
  },
  { path: MDM, permission: "VIEW_APNS", load: () => import("./mdm/MdmPage") },
  { path: `${MDM}/abm`, permission: "VIEW_ABM", load: () => import("./abm/AbmPage") },
  { path: `${MDM}/abm/:id/macs`, permission: "VIEW_ABM", load: () => import("./abm/MacsPage") },
  { path: `${MDM}/assignments`, permission: "VIEW_HOSTS", load: () => import("./assignments/AssignmentsPage") },
  { path: WEBHOOKS, permission: "EDIT_WEBHOOKS", load: () => import("./webhooks/WebhooksPage") },
  { path: `${WEBHOOKS}/:id`, permission: "EDIT_WEBHOOKS", load: () => import("./webhooks/DeliveriesPage") },
  {
    path: "settings/teams",
    permission: "VIEW_TEAMS",
    load: () => import("./teams/TeamsPage"),
    nav: { label: "Teams", group: "Settings", order: 530 },
  },
  {
    path: "settings/users",
    permission: "VIEW_USERS",
    load: () => import("./users/UsersPage"),
    nav: { label: "Users", group: "Settings", order: 540 },
  },
  {
    path: "settings/organization",
    permission: "VIEW_CONFIG",
    load: () => import("./organization/OrganizationPage"),
    nav: { label: "Organization", group: "Settings", order: 550 },
  },
  {
    path: "settings/status",
    permission: "VIEW_STATUS",
    load: () => import("./status/StatusPage"),
    nav: { label: "Server", group: "Settings", order: 570 },
  },
];
