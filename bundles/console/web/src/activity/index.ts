import type { Area } from "../app/area";

export const activity: Area[] = [
  {
    path: "activity",
    permission: "VIEW_ACTIVITIES",
    load: () => import("./ActivityPage"),
    nav: { label: "Activity", order: 40 },
  },
];
