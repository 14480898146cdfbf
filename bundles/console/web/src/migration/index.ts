import type { Area } from "../app/area";

export const migration: Area[] = [];
