import { Alert, AlertActionLink, List, ListItem } from "@patternfly/react-core";
import type { Schema } from "../../api/client";
import { plain } from "../../parts/plain";
import { type Candidate, inTheWay, oddities } from "./Candidate";
import { Payloads } from "./Payloads";

/** What came of looking at each file. */
export function Candidates({
  candidates,
  profiles,
  onReplace,
}: {
  candidates: Candidate[];
  profiles: Schema<"Profile">[];
  onReplace: (candidate: Candidate) => void;
}) {
  return candidates.map((one, place) => (
    <Found key={`${one.file.name} ${place}`} candidate={one} before={one.uploaded ? [] : inTheWay(one.lint, profiles)} onReplace={() => onReplace(one)} />
  ));
}

function Found({ candidate, before, onReplace }: { candidate: Candidate; before: Schema<"Profile">[]; onReplace: () => void }) {
  const { lint, refusal, uploaded } = candidate;
  const fileName = plain(candidate.file.name);
  if (uploaded) {
    return <Alert variant="success" isInline title={`${fileName} is uploaded`} className="console-long" />;
  }
  if (before.length > 0) {
    return (
      <Alert
        variant="warning"
        isInline
        className="console-long"
        title={`${fileName} cannot be added beside what is there`}
        actionLinks={<AlertActionLink onClick={onReplace}>Replace</AlertActionLink>}
      >
        {before.map((profile) => `${plain(profile.name)} (${plain(profile.identifier)})`).join(" and ")} {before.length === 1 ? "has" : "have"} its identifier or its name.
      </Alert>
    );
  }
  if (refusal !== undefined) {
    return (
      <Alert variant="danger" isInline title={`${fileName} is not taken`} className="console-long">
        {refusal}
      </Alert>
    );
  }
  if (lint === undefined) {
    return <Alert variant="info" isInline title={`${fileName} is being looked at`} className="console-long" />;
  }
  const odd = oddities(lint);
  return (
    <Alert
      variant={odd.length > 0 ? "warning" : "success"}
      isInline
      className="console-long"
      title={odd.length > 0 ? `${plain(lint.name)}: look at this before you upload it` : `${plain(lint.name)}: nothing is odd about it`}
    >
      {odd.length > 0 && (
        <List>
          {odd.map((warning) => (
            <ListItem key={warning.code + warning.message}>{warning.message}</ListItem>
          ))}
        </List>
      )}
      <Payloads of={lint} />
    </Alert>
  );
}
