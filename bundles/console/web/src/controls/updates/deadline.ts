/** Whether a day like 2026-12-24 is over. */
export function isPast(day: string, now = new Date()): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T23:59:59`) < now;
}

/** Whether both are given, or neither: the one means nothing without the other. */
export function isWhole(version: string, day: string): boolean {
  return (version === "") === (day === "");
}
