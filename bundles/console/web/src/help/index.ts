import type { Area } from "../app/area";

export const help: Area[] = [
  {
    path: "help",
    permission: "USE_OWN_ACCOUNT",
    load: () => import("./HelpPage"),
    nav: { label: "Help", order: 90 },
  },
  { path: "help/:page", permission: "USE_OWN_ACCOUNT", load: () => import("./HelpPage") },
];
