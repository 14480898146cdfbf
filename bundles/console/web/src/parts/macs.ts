/** So many of something, in words: `many(2, "request waits", "requests wait")`. */
export function many(count: number, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString()} ${more}`;
}

/** How many Macs, in words. */
export function macs(count: number): string {
  return many(count, "Mac", "Macs");
}
