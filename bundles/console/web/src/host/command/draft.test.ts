import { expect, test } from "vitest";
import { type CommandKey, compose, type Fields } from "./draft";

const key = (name: string, type: string, more: object = {}) =>
  ({ name, type, required: false, choices: [], keys: [], open: false, some_of: [], ...more }) as unknown as CommandKey;

const UPDATES = [
  key("Updates", "array", {
    required: true,
    keys: [
      key("", "dictionary", {
        keys: [
          key("ProductVersion", "string"),
          key("InstallAction", "string", { required: true }),
          key("MaxUserDeferrals", "integer"),
          key("Forced", "boolean"),
        ],
      }),
    ],
  }),
];

test("what is left out is not sent, and the rest has the type of its key", () => {
  const draft: Fields = {
    Updates: [
      { id: 1, kind: 0, draft: { ProductVersion: "15.1", InstallAction: "Default", MaxUserDeferrals: "3", Forced: "false" } },
      { id: 2, kind: 0, draft: { InstallAction: "NotifyOnly" } },
    ],
  };
  expect(compose(UPDATES, draft)).toEqual({
    keys: {
      Updates: [
        { ProductVersion: "15.1", InstallAction: "Default", MaxUserDeferrals: 3, Forced: false },
        { InstallAction: "NotifyOnly" },
      ],
    },
    problems: [],
  });
});

test("says what is missing or no number, by its path", () => {
  expect(compose(UPDATES, {}).problems).toEqual(["Updates is missing."]);
  const draft = { Updates: [{ id: 1, kind: 0, draft: { MaxUserDeferrals: "many" } }] };
  expect(compose(UPDATES, draft).problems).toEqual([
    "Updates[0].MaxUserDeferrals is not a whole number.",
    "Updates[0].InstallAction is missing.",
  ]);
});

test("a required key with one choice needs no typing", () => {
  const settings = [
    key("Settings", "array", {
      keys: [
        key("Bluetooth", "dictionary", {
          keys: [
            key("Item", "string", { required: true, choices: [{ value: "Bluetooth" }] }),
            key("Enabled", "boolean", { required: true }),
          ],
        }),
      ],
    }),
  ];
  const draft = { Settings: [{ id: 7, kind: 0, draft: { Enabled: "true" } }] };
  expect(compose(settings, draft).keys).toEqual({ Settings: [{ Item: "Bluetooth", Enabled: true }] });
});

test("a dictionary of any keys is given as JSON", () => {
  const keys = [key("Configuration", "dictionary", { open: true })];
  expect(compose(keys, { Configuration: '{"a": 1}' })).toEqual({ keys: { Configuration: { a: 1 } }, problems: [] });
  expect(compose(keys, { Configuration: "[1]" }).problems).toEqual(["Configuration is not a JSON object."]);
});

test("nothing is missing in a dictionary that is left out, and dates become times of the world", () => {
  const keys = [
    key("Window", "dictionary", { keys: [key("Start", "date", { required: true })] }),
    key("When", "date"),
  ];
  expect(compose(keys, {})).toEqual({ keys: {}, problems: [] });
  expect(compose(keys, { When: "2026-03-01T12:00Z" }).keys).toEqual({ When: "2026-03-01T12:00:00.000Z" });
});
