import type { Area } from "../app/area";

export const controls: Area[] = [];
