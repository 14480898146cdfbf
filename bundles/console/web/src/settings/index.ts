import type { Area } from "../app/area";

export const settings: Area[] = [];
