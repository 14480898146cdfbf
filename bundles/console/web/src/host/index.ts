import type { Area } from "../app/area";

export const host: Area[] = [
  { path: "hosts/:id", permission: "VIEW_HOSTS", load: () => import("./HostPage") },
];
