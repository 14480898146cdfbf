/** Beyond this many hosts the server is asked more than once. */
const AT_ONCE = 5000;

export function portions(hosts: number[]): number[][] {
  const count = Math.ceil(hosts.length / AT_ONCE);
  return Array.from({ length: count }, (_one, index) => hosts.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}
