import { Button } from "@patternfly/react-core";

/** To the next page and back, where nobody knows how many there are. */
export function Pager({
  previous = "Previous",
  next = "Next",
  onPrevious,
  onNext,
}: {
  previous?: string;
  next?: string;
  onPrevious?: () => void;
  onNext?: () => void;
}) {
  if (onPrevious === undefined && onNext === undefined) {
    return null;
  }
  return (
    <nav aria-label="Parts of the list">
      <Button variant="secondary" isDisabled={onPrevious === undefined} onClick={onPrevious}>
        {previous}
      </Button>{" "}
      <Button variant="secondary" isDisabled={onNext === undefined} onClick={onNext}>
        {next}
      </Button>
    </nav>
  );
}
