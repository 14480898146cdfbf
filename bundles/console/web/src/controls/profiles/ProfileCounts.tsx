import { Button, Flex } from "@patternfly/react-core";
import type { Schema } from "../../api/client";
import { counted, type Status } from "./statuses";

/** How far one profile is on how many Macs; each number leads to them. */
export function ProfileCounts({ name, counts, onShow }: { name: string; counts: Schema<"ProfileSummary"> | undefined; onShow: (status: Status) => void }) {
  const said = (counts === undefined ? [] : counted(counts)).filter(({ count }) => count > 0);
  if (said.length === 0) {
    return "On no Mac";
  }
  return (
    <Flex columnGap={{ default: "columnGapSm" }}>
      {said.map(({ status, count }) => (
        <Button key={status} variant="link" isInline aria-label={`${count} ${status}: ${name}`} onClick={() => onShow(status)}>
          {`${count.toLocaleString()}\u00a0${status}`}
        </Button>
      ))}
    </Flex>
  );
}
