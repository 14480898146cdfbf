import { Alert, AlertActionLink, List, ListItem } from "@patternfly/react-core";
import type { Schema } from "../../api/client";
import { plain } from "../../parts/plain";
import { type Candidate, former, inTheWay, oddities } from "./Candidate";
import { Payloads } from "./Payloads";

/** What came of looking at each file. */
export function Candidates({
  candidates,
  profiles,
  onReplace,
}: {
  candidates: Candidate[];
  profiles: Schema<"Profile">[];
  onReplace: (file: File, before: Schema<"Profile">) => void;
}) {
  return candidates.map((one, place) => (
    <Found key={`${one.file.name} ${place}`} candidate={one} profiles={profiles} onReplace={(before) => onReplace(one.file, before)} />
  ));
}

function Found({
  candidate,
  profiles,
  onReplace,
}: {
  candidate: Candidate;
  profiles: Schema<"Profile">[];
  onReplace: (before: Schema<"Profile">) => void;
}) {
  const { lint, refusal, uploaded } = candidate;
  const fileName = plain(candidate.file.name);
  if (uploaded) {
    return <Alert variant="success" isInline title={`${fileName} is uploaded`} className="console-long" />;
  }
  const before = inTheWay(lint, profiles);
  if (refusal === undefined && before.length > 0) {
    const present = former(lint, profiles);
    return (
      <Alert
        variant="warning"
        isInline
        className="console-long"
        title={`${fileName} cannot be added beside what is there`}
        actionLinks={present && <AlertActionLink onClick={() => onReplace(present)}>Replace</AlertActionLink>}
      >
        {before.map((profile) => `${plain(profile.name)} (${plain(profile.identifier)})`).join(" and ")} {before.length === 1 ? "has" : "have"} its identifier or its name.
        {present === undefined && " Another profile has its name: give the file another name, or delete that profile first."}
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
