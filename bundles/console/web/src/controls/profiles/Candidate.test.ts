import { expect, test } from "vitest";
import type { Schema } from "../../api/client";
import { type Candidate, former, inTheWay, oddities, replaced, waiting } from "./Candidate";
import type { Lint } from "./upload";

const file = (name: string) => new File(["<plist/>"], name);
const lint = (name: string, identifier: string, ...codes: string[]): Lint =>
  ({ name, identifier, warnings: codes.map((code) => ({ code, message: code })) }) as unknown as Lint;
const profile = (name: string, identifier: string) => ({ name, identifier }) as Schema<"Profile">;
const candidate = (found: Partial<Candidate>): Candidate => ({ file: file("a"), uploaded: false, ...found });

test("what has the name or the identifier is in the way", () => {
  const there = [profile("Wi-Fi", "org.wifi"), profile("Dock", "org.dock"), profile("Mail", "org.mail")];
  expect(inTheWay(lint("Dock", "org.wifi"), there)).toEqual(there.slice(0, 2));
  expect(inTheWay(lint("wi-fi", "org.other"), there)).toEqual([]);
  expect(inTheWay(undefined, there)).toEqual([]);
});

test("a file takes the place of what has its identifier, and of nothing that only has its name", () => {
  const there = [profile("Wi-Fi", "org.wifi"), profile("Dock", "org.dock")];
  expect(former(lint("Wi-Fi at home", "org.wifi"), there)).toBe(there[0]);
  expect(former(lint("Wi-Fi", "org.wifi"), there)).toBe(there[0]);
  expect(former(lint("Dock", "org.other"), there)).toBeUndefined();
  expect(former(lint("Dock", "org.wifi"), there)).toBeUndefined();
  expect(former(lint("Mail", "org.mail"), there)).toBeUndefined();
  expect(former(undefined, there)).toBeUndefined();
});

test("only what was looked at, is not refused and has nothing in its way is uploaded", () => {
  const ready = candidate({ lint: lint("Dock", "org.dock") });
  const others = [
    candidate({}),
    candidate({ lint: lint("Wi-Fi", "org.wifi") }),
    candidate({ lint: lint("Mail", "org.mail"), refusal: "No." }),
    candidate({ lint: lint("Mail", "org.mail"), uploaded: true }),
  ];
  expect(waiting([ready, ...others], [profile("Wi-Fi", "org.wifi")])).toEqual([ready]);
});

test("that a name is taken is no oddity of the file", () => {
  expect(oddities(lint("Dock", "org.dock", "name_taken", "unsigned", "identifier_taken")).map((warning) => warning.code)).toEqual(["unsigned"]);
});

test("two files of one name are changed one by one", () => {
  const first = candidate({ file: file("same") });
  const second = candidate({ file: file("same") });
  expect(replaced([first, second], second.file, { uploaded: true }).map((one) => one.uploaded)).toEqual([false, true]);
});
