import type { Area } from "../app/area";

export const migration: Area[] = [
  {
    path: "migration",
    permission: "VIEW_HOSTS",
    load: () => import("./MigrationPage"),
    nav: { label: "Migration", order: 30 },
  },
];
