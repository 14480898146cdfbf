import type { Area } from "../app/area";

export const devices: Area[] = [];
