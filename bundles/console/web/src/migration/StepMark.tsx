import { Icon } from "@patternfly/react-core";
import {
  BanIcon,
  CheckCircleIcon,
  ExclamationTriangleIcon,
  OutlinedCircleIcon,
} from "@patternfly/react-icons";
import { STATES, type StepState } from "./steps";

const ICONS = {
  done: { status: "success", Shape: CheckCircleIcon },
  open: { status: undefined, Shape: OutlinedCircleIcon },
  blocked: { status: "warning", Shape: ExclamationTriangleIcon },
  not_needed: { status: undefined, Shape: BanIcon },
} as const;

/** How far a step is: an icon and a word. */
export function StepMark({ state }: { state: StepState }) {
  const { status, Shape } = ICONS[state];
  return (
    <>
      <Icon status={status} isInline>
        <Shape aria-hidden />
      </Icon>{" "}
      {STATES[state]}
    </>
  );
}
