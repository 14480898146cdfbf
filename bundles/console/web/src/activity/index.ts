import type { Area } from "../app/area";

export const activity: Area[] = [];
