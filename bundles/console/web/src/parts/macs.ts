/** How many Macs, in words. */
export function macs(count: number): string {
  return count === 1 ? "1 Mac" : `${count.toLocaleString()} Macs`;
}
