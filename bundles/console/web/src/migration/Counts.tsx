import { Card, CardBody, CardHeader, CardTitle, Gallery } from "@patternfly/react-core";
import type { Schema } from "../api/client";
import { STEPS, type StepName } from "./steps";

/** How many Macs are how far; a click shows those that a step is left to do for. */
export function Counts({
  counts,
  chosen,
  choose,
}: {
  counts: Schema<"MigrationCounts">;
  chosen: string;
  choose: (step: StepName | "") => void;
}) {
  return (
    <Gallery hasGutter minWidths={{ default: "9rem" }} aria-label="Steps">
      {STEPS.map(({ name, label }) => {
        const states = counts.steps[name];
        const settled = (states?.done ?? 0) + (states?.not_needed ?? 0);
        return (
          <Card key={name} id={`step-${name}`} isCompact isSelectable isSelected={chosen === name}>
            <CardHeader
              selectableActions={{
                selectableActionId: `choose-${name}`,
                selectableActionAriaLabel: `${label}: show Macs that this is left to do for`,
                name: "step",
                isChecked: chosen === name,
                onChange: () => choose(chosen === name ? "" : name),
              }}
            >
              <CardTitle>{label}</CardTitle>
            </CardHeader>
            <CardBody>
              {settled} of {counts.total}
              {(states?.blocked ?? 0) > 0 && `, ${states?.blocked} blocked`}
            </CardBody>
          </Card>
        );
      })}
    </Gallery>
  );
}
