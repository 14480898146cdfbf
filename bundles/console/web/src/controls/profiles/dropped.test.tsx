import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { dropped } from "./dropped";
import { ProfileDrop } from "./ProfileDrop";

const file = (name: string) => new File(["<plist/>"], name);

/** As browsers give what is dropped: a folder tells what is in it some at a time. */
const fileEntry = (path: string) => ({
  isDirectory: false,
  fullPath: path,
  file: (told: (file: File) => void) => told(file(path.slice(path.lastIndexOf("/") + 1))),
});
const folderEntry = (...entries: object[]) => ({
  isDirectory: true,
  createReader: () => {
    const batches = [entries, []];
    return { readEntries: (told: (batch: object[]) => void) => told(batches.shift() ?? []) };
  },
});
const item = (entry: object) => ({ kind: "file", webkitGetAsEntry: () => entry, getAsFile: () => null });

test("of a folder come all profiles, at any depth; what is hidden does not, and what is none is named", async () => {
  const taken = vi.fn();
  const { container } = render(<ProfileDrop title="Drag here" info="" onFiles={taken} />);
  const folder = folderEntry(
    fileEntry("/mdm/dock.mobileconfig"),
    fileEntry("/mdm/.DS_Store"),
    fileEntry("/mdm/._dock.mobileconfig"),
    fileEntry("/mdm/notes.txt"),
    fileEntry("/mdm/updates.json"),
    folderEntry(fileEntry("/mdm/more/Wi-Fi.XML"), fileEntry("/mdm/more/dock.mobileconfig")),
    folderEntry(fileEntry("/mdm/.git/kept.mobileconfig")),
  );
  fireEvent.drop(container.querySelector(".pf-v6-c-multiple-file-upload") ?? container, {
    dataTransfer: { types: ["Files"], items: [item(folder)] },
  });
  expect(await screen.findByText(/Left out: notes.txt, updates.json/)).toBeVisible();
  expect(screen.getByText(/Declarations, which end with .json/)).toBeVisible();
  const names = (taken.mock.calls[0]?.[0] as File[]).map(({ name }) => name);
  expect(names.sort()).toEqual(["Wi-Fi.mobileconfig", "dock.mobileconfig", "dock.mobileconfig"]);
});

test("archives are taken where they are wanted", () => {
  const files = [file("all.zip"), file("one.mobileconfig"), file(".hidden.mobileconfig")];
  expect(dropped(files).others).toEqual(["all.zip"]);
  expect(dropped(files, ".zip").profiles.map(({ name }) => name)).toEqual(["all.zip", "one.mobileconfig"]);
});
