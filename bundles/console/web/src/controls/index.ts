import type { Area } from "../app/area";

export const controls: Area[] = [
  {
    path: "controls/updates",
    permission: "VIEW_HOSTS",
    load: () => import("./updates/UpdatesPage"),
    nav: { label: "macOS updates", group: "Controls", order: 50 },
  },
  {
    path: "controls/disk-encryption",
    permission: "VIEW_HOSTS",
    load: () => import("./encryption/EncryptionPage"),
    nav: { label: "Disk encryption", group: "Controls", order: 51 },
  },
  {
    path: "controls/profiles",
    permission: "VIEW_PROFILES",
    load: () => import("./profiles/ProfilesPage"),
    nav: { label: "Custom settings", group: "Controls", order: 52 },
  },
  {
    path: "controls/declarations",
    permission: "VIEW_DECLARATIONS",
    load: () => import("./declarations/DeclarationsPage"),
    nav: { label: "Declarations", group: "Controls", order: 53 },
  },
  {
    path: "controls/setup",
    permission: "VIEW_SETUP",
    load: () => import("./setup/SetupPage"),
    nav: { label: "Setup", group: "Controls", order: 54 },
  },
];
