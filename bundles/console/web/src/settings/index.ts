import type { Area } from "../app/area";

export const settings: Area[] = [
  {
    path: "settings/mdm",
    permission: "VIEW_APNS",
    load: () => import("./mdm/MdmPage"),
    nav: { label: "MDM", group: "Settings", order: 500 },
  },
  {
    path: "settings/abm",
    permission: "VIEW_ABM",
    load: () => import("./abm/AbmPage"),
    nav: { label: "Apple Business Manager", group: "Settings", order: 510 },
  },
  { path: "settings/abm/:id/macs", permission: "VIEW_ABM", load: () => import("./abm/MacsPage") },
  {
    path: "settings/assignments",
    permission: "VIEW_HOSTS",
    load: () => import("./assignments/AssignmentsPage"),
    nav: { label: "Assignments", group: "Settings", order: 520 },
  },
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
    path: "settings/webhooks",
    permission: "EDIT_WEBHOOKS",
    load: () => import("./webhooks/WebhooksPage"),
    nav: { label: "Webhooks", group: "Settings", order: 560 },
  },
  { path: "settings/webhooks/:id", permission: "EDIT_WEBHOOKS", load: () => import("./webhooks/DeliveriesPage") },
  {
    path: "settings/status",
    permission: "VIEW_STATUS",
    load: () => import("./status/StatusPage"),
    nav: { label: "Server", group: "Settings", order: 570 },
  },
];
