/** Whether a moment or a day like 2026-12-24 is over; a day is when its last second is. */
export function isPast(when: string | null | undefined, now = new Date()): boolean {
  if (!when) {
    return false;
  }
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(when) ? `${when}T23:59:59` : when) < now;
}
