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
  const own = /^(?:\.\/)?([a-zA-Z-]+)\.md(#.*)?$/.exec(href ?? "");
  if (own !== null && guide.has(own[1] ?? "")) {
    return `${own[1] === INDEX ? "/help" : `/help/${own[1]}`}${own[2] ?? ""}`;
  }
  if (href?.startsWith("#")) {
    return href;
  }
  const forUsers = /^\.\.\/guide\/([a-z-]+)\.md(?:#.*)?$/.exec(href ?? "");
  return forUsers === null ? undefined : `/device/guide/${forUsers[1]}`;
}

/** The file that a link leads to which the console does not show: a page for whoever runs the server, or the API's description. */
export function fileOf(href: string | undefined): string | undefined {
  const file = /^\.\.\/((?:operate\/)?[a-z-]+\.(?:md|yaml))(?:#.*)?$/.exec(href ?? "");
  return file === null ? undefined : `docs/${file[1]}`;
}

/** What a link to a heading has behind its #, as everywhere where these pages are shown. */
export function anchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

export interface Group {
  name: string;
  /** Names of files, in order. */
  pages: string[];
}

/** The groups of the index, each with its pages. */
export function contents(index = guide.get(INDEX) ?? ""): Group[] {
  return index
    .split(/^## /m)
    .slice(1)
    .map((part) => ({
      name: part.split("\n")[0] ?? "",
      pages: [...part.matchAll(/^- \[[^\]]+\]\(([a-z-]+)\.md\)/gm)].map((link) => link[1] ?? ""),
    }));
}

export const titleOf = (page: string) => parts(guide.get(page) ?? page).title;
