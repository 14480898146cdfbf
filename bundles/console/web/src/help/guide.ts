const files = import.meta.glob<string>("../../../../../docs/admin/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The pages of docs/admin by the names of their files, without the ending. */
export const guide: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, text]) => [path.replace(/^.*\/|\.md$/g, ""), text]),
);

export const INDEX = "README";

/** Its first heading, and what comes after it. */
export function parts(text: string): { title: string; body: string } {
  const [first = "", ...rest] = text.split("\n");
  return { title: first.replace(/^#\s*/, ""), body: rest.join("\n") };
}

/** Where a link of a page leads within the console; undefined where it leads nowhere here. */
export function target(href: string | undefined): string | undefined {
  const own = /^(?:\.\/)?([a-zA-Z-]+)\.md(?:#.*)?$/.exec(href ?? "");
  if (own !== null && guide.has(own[1] ?? "")) {
    return own[1] === INDEX ? "/help" : `/help/${own[1]}`;
  }
  const forUsers = /^\.\.\/guide\/([a-z-]+)\.md(?:#.*)?$/.exec(href ?? "");
  return forUsers === null ? undefined : `/device/guide/${forUsers[1]}`;
}
