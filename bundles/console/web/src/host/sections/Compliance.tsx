import { Alert, Bullseye, Spinner, Stack, StackItem } from "@patternfly/react-core";
import { Link, useSearchParams } from "react-router";
import { Block } from "../Block";
import { type Obstacle, obstacles } from "../compliance";
import { useEvidence } from "../evidence";
import type { Host } from "../Host";
import { SECTIONS, sectionAddress } from "../SectionName";

/** Why is this Mac not compliant? In sentences, the worst first. */
export function Compliance({ host }: { host: Host }) {
  const { evidence, complete, failed } = useEvidence(host);
  const found = obstacles(host, evidence);
  return (
    <Block title={found.length === 0 ? "Compliance" : "Why is this Mac not compliant?"}>
      <Stack hasGutter>
        {found.map((obstacle) => (
          <StackItem key={obstacle.text}>
            <Reason obstacle={obstacle} />
          </StackItem>
        ))}
        {!complete && (
          <StackItem>
            <Bullseye>
              <Spinner aria-label="Looking at what is known of this Mac" />
            </Bullseye>
          </StackItem>
        )}
        {complete && (failed || found.length === 0) && (
          <StackItem>
            <Verdict failed={failed} />
          </StackItem>
        )}
      </Stack>
    </Block>
  );
}

function Verdict({ failed }: { failed: boolean }) {
  return failed ? (
    <Alert variant="warning" isInline isPlain component="p" title="Not all that is known of this Mac could be read." />
  ) : (
    <Alert variant="success" isInline isPlain component="p" title="This Mac has what its team requires, and nothing waits for it." />
  );
}

function Reason({ obstacle: { variant, text, section } }: { obstacle: Obstacle }) {
  const [parameters] = useSearchParams();
  const more = SECTIONS.find((some) => some.name === section);
  return (
    <Alert variant={variant} isInline isPlain component="p" title={text}>
      {more !== undefined && <Link to={sectionAddress(parameters, more.name)}>{more.label}</Link>}
    </Alert>
  );
}
