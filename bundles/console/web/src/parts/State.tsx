import { Label } from "@patternfly/react-core";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon";
import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon";
import InProgressIcon from "@patternfly/react-icons/dist/esm/icons/in-progress-icon";
import type { Tone, Word } from "./Word";

const ICONS: Partial<Record<Tone, typeof CheckCircleIcon>> = {
  green: CheckCircleIcon,
  blue: InProgressIcon,
  orange: ExclamationTriangleIcon,
  red: ExclamationCircleIcon,
};

/** A state: in words, with a colour and a shape beside them. */
export function State({ word }: { word: Word }) {
  const Icon = ICONS[word.tone];
  return (
    <span>
      <Label color={word.tone} isCompact icon={Icon === undefined ? undefined : <Icon />}>
        {word.text}
      </Label>
    </span>
  );
}
