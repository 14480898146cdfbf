const PROFILE = ".mobileconfig";

/** What is left of what somebody dropped or chose. */
export interface Dropped {
  profiles: File[];
  /** Names of files that are none. */
  others: string[];
}

/** Of a file within a folder that was dropped, with the folder; a browser gives that beside the file. */
function pathOf(file: File): string {
  const path = "path" in file ? file.path : undefined;
  return typeof path === "string" && path !== "" ? path : file.webkitRelativePath || file.name;
}

/** What systems and tools keep beside the files of people, such as ._name, .git and __MACOSX. */
const isHidden = (path: string) =>
  path.split("/").some((part) => (part.startsWith(".") && part !== ".") || part === "__MACOSX");

/** The API tells profiles by their ending; some editors write the same as .xml. */
function profileOf(file: File, endings: string[]): File | undefined {
  const name = file.name.toLowerCase();
  if (endings.some((ending) => name.endsWith(ending))) {
    return file;
  }
  return name.endsWith(".xml") ? new File([file], file.name.slice(0, -".xml".length) + PROFILE, { type: file.type }) : undefined;
}

/** The profiles among files, and what ends like these; hidden files are as if they were not there. */
export function dropped(files: readonly File[], ...more: string[]): Dropped {
  const shown = files.filter((file) => !isHidden(pathOf(file)));
  const found = shown.map((file) => [file, profileOf(file, [PROFILE, ...more])] as const);
  return {
    profiles: found.flatMap(([, profile]) => profile ?? []),
    others: found.filter(([, profile]) => profile === undefined).map(([file]) => file.name),
  };
}
