import type { Area } from "../app/area";

export const host: Area[] = [];
