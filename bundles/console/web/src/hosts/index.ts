import type { Area } from "../app/area";

export const hosts: Area[] = [
  {
    path: "hosts",
    permission: "VIEW_HOSTS",
    load: () => import("./HostsPage"),
    nav: { label: "Hosts", order: 10 },
  },
];
