import { ProgressStep, ProgressStepper, type ProgressStepProps } from "@patternfly/react-core";
import type { Told } from "../timeline";

const VARIANTS: Record<string, ProgressStepProps["variant"]> = {
  answered: "success",
  push_failed: "warning",
  not_now: "warning",
  retried: "warning",
  expired: "danger",
  failed: "danger",
};

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "short", timeStyle: "medium" });

/** What happened to a command, step by step. */
export function Steps({ command }: { command: Told }) {
  return (
    <>
      <ProgressStepper isVertical aria-label={`Steps of ${command.name}`}>
        {command.steps.map((step, index) => (
          <ProgressStep
            key={`${step.time} ${step.kind} ${index}`}
            id={`${command.uuid}-${index}`}
            titleId={`${command.uuid}-${index}-title`}
            variant={variantOf(step)}
            description={exact.format(new Date(step.time ?? ""))}
          >
            {step.by && step.kind === "queued" ? `${step.text} (${step.by})` : step.text}
          </ProgressStep>
        ))}
      </ProgressStepper>
      <div className="console-code">{command.uuid}</div>
    </>
  );
}

function variantOf(step: Told["steps"][number]): ProgressStepProps["variant"] {
  return step.status?.includes("Error") ? "danger" : (VARIANTS[step.kind ?? ""] ?? "default");
}
