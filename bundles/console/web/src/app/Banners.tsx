/** What of the server an admin should know of on every page. */
export function Banners() {
  return null;
}
