import { expect, test } from "vitest";
import { daysLeft, titleOf, variantOf } from "./abm/words";
import { countOf, filters } from "./assignments/statuses";
import { hexadecimal } from "./mdm/PortalSteps";
import { byLevel } from "./status/levels";
import { choiceOf, isChosen, rolesBody, rolesOf } from "./users/roles";
import { hostOf, stateOf, topicsOf } from "./webhooks/states";

test("trouble with Apple is told in words, and what passes by itself is a warning", () => {
  const trouble = (kind: "terms_not_signed" | "throttled") => ({ kind, message: "", detail: "", since: "" });
  expect(titleOf(trouble("terms_not_signed"))).toBe("New terms have to be accepted");
  expect(variantOf(trouble("terms_not_signed"))).toBe("danger");
  expect(variantOf(trouble("throttled"))).toBe("warning");
});

test("days are counted whole, and below zero after the end", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");
  expect(daysLeft("2026-03-03T13:00:00Z", now)).toBe(2);
  expect(daysLeft("2026-03-01T11:00:00Z", now)).toBe(-1);
});

test("a filter knows how many Macs it shows", () => {
  const counts = { assigned: 5, pending: 1, failed: 2, throttled: 3 };
  expect(countOf("trouble", counts)).toBe(5);
  expect(countOf("all", counts)).toBe(11);
  expect(filters(counts).map((some) => some.label)).toContain("Cooling down (3)");
});

test("a serial number is written as Apple's portal does, and left alone where it is none", () => {
  expect(hexadecimal("38974558404793381130497322189027057370")).toBe("1D523A16C7DCBDFD988EFBD60DC89EDA");
  expect(hexadecimal("none")).toBe("none");
});

test("the worst of the status comes first", () => {
  const line = (name: string, level: "ok" | "warning" | "error") => ({ name, level, message: "" });
  const sorted = byLevel([line("a", "ok"), line("b", "warning"), line("c", "error"), line("d", "warning")]);
  expect(sorted.map((some) => some.name)).toEqual(["c", "b", "d", "a"]);
});

const USER = {
  id: 2, name: "Tom", email: "tom@example.com", api_only: false, sso_enabled: false, force_password_reset: false,
  gravatar_url: "", created_at: "2026-01-01T00:00:00Z",
};

test("roles are sent everywhere or per team, never both", () => {
  const everywhere = { ...USER, global_role: "maintainer" as const, teams: [] };
  const inTeams = {
    ...USER,
    global_role: null,
    teams: [
      { id: 3, name: "Lab", role: "admin" as const },
      { id: 4, name: "Office", role: "observer" as const },
    ],
  };
  expect(rolesBody(choiceOf(everywhere))).toEqual({ global_role: "maintainer" });
  expect(rolesBody(choiceOf(inTeams))).toEqual({ teams: [{ id: 3, role: "admin" }, { id: 4, role: "observer" }] });
  expect(rolesOf(everywhere)).toBe("Maintainer everywhere");
  expect(rolesOf(inTeams)).toBe("Admin in Lab, Observer in Office");
});

test("a team that is not chosen yet is no role", () => {
  const choice = { everywhere: false, role: "observer" as const, teams: [{ team: "", role: "observer" as const }] };
  expect(isChosen(choice)).toBe(false);
  expect(isChosen({ ...choice, teams: [] })).toBe(false);
  expect(isChosen({ ...choice, everywhere: true })).toBe(true);
});

test("topics are taken one a line or between commas, each once", () => {
  expect(topicsOf(" mdm_enrolled,\ncreated_team mdm_enrolled\n")).toEqual(["mdm_enrolled", "created_team"]);
  expect(topicsOf("\n")).toEqual([]);
});

test("of a receiver only the host is shown, since its path may be a secret", () => {
  expect(hostOf("https://hooks.example.com/T0/secret")).toBe("hooks.example.com");
  expect(hostOf("nonsense")).toBe("nonsense");
});

test("how a webhook goes: paused, failing, given up, well", () => {
  const webhook = {
    id: 1, name: "Chat", url: "https://a", team_id: null, topics: [], include_raw_payload: false, paused: false,
    created_at: "", waiting: 0, dead: 0, failures: 0, next_try_at: null, secret: "",
  };
  expect(stateOf(webhook).label).toBe("Works");
  expect(stateOf({ ...webhook, dead: 2 }).label).toBe("2 given up");
  expect(stateOf({ ...webhook, failures: 3, dead: 2 })).toMatchObject({ label: "Does not answer", detail: "3 failed" });
  expect(stateOf({ ...webhook, failures: 3, paused: true }).label).toBe("Paused");
});
