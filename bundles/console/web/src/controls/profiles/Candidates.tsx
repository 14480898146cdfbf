import { Alert, List, ListItem } from "@patternfly/react-core";
import type { Candidate } from "./Candidate";

/** What came of looking at each file. */
export function Candidates({ candidates }: { candidates: Candidate[] }) {
  return candidates.map((one) => <Found key={`${one.file.name}-${one.file.lastModified}-${one.file.size}`} {...one} />);
}

function Found({ file, lint, refusal, uploaded }: Candidate) {
  if (refusal !== undefined) {
    return (
      <Alert variant="danger" isInline title={`${file.name} is not taken`} className="console-long">
        {refusal}
      </Alert>
    );
  }
  if (uploaded) {
    return <Alert variant="success" isInline title={`${file.name} is uploaded`} className="console-long" />;
  }
  if (lint === undefined) {
    return <Alert variant="info" isInline title={`${file.name} is being looked at`} className="console-long" />;
  }
  const odd = lint.warnings.length > 0;
  return (
    <Alert
      variant={odd ? "warning" : "success"}
      isInline
      className="console-long"
      title={odd ? `${lint.name}: look at this before you upload it` : `${lint.name}: nothing is odd about it`}
    >
      {odd ? (
        <List>
          {lint.warnings.map((warning) => (
            <ListItem key={warning.code + warning.message}>{warning.message}</ListItem>
          ))}
        </List>
      ) : (
        lint.identifier
      )}
    </Alert>
  );
}
