import { expect, test } from "vitest";
import { activityDetails, activityTitle } from "./activities";

test("types are words", () => {
  expect(activityTitle("locked_host")).toBe("Locked host");
  expect(activityTitle("mdm_enrolled")).toBe("MDM enrolled");
});

test("of details what the page does not show already", () => {
  expect(activityDetails({ host_id: 3, host_serial: "X", team_name: "Orchard", enrollment_id: "" })).toBe(
    "team name: Orchard",
  );
  expect(activityDetails(null)).toBe("");
});
