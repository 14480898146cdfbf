import type { Area } from "../app/area";

export const help: Area[] = [
  { path: "help/:page", permission: "USE_OWN_ACCOUNT", load: () => import("./HelpPage") },
];
