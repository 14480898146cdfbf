/** A number of Macs as people say it. */
export function macs(count: number): string {
  return count === 1 ? "1 Mac" : `${count.toLocaleString()} Macs`;
}
