import type { Area } from "../app/area";

export const devices: Area[] = [
  { path: "devices/add", permission: "EDIT_HOSTS", load: () => import("./AddMacsPage") },
];
