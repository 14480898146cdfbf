import { Alert, Stack, StackItem } from "@patternfly/react-core";
import { Link, useSearchParams } from "react-router";
import { Block } from "../Block";
import { type Obstacle, obstacles } from "../compliance";
import { useEvidence } from "../evidence";
import type { Host } from "../Host";
import { SECTIONS, sectionAddress } from "../SectionName";

/** Why is this Mac not compliant? In sentences, the worst first. */
export function Compliance({ host }: { host: Host }) {
  const found = obstacles(host, useEvidence(host));
  return (
    <Block title={found.length === 0 ? "Compliance" : "Why is this Mac not compliant?"}>
      <Stack hasGutter>
        {found.length === 0 ? (
          <StackItem>
            <Alert
              variant="success"
              isInline
              isPlain
              component="p"
              title="This Mac has what its team requires, and nothing waits for it."
            />
          </StackItem>
        ) : (
          found.map((obstacle) => (
            <StackItem key={obstacle.text}>
              <Reason obstacle={obstacle} />
            </StackItem>
          ))
        )}
      </Stack>
    </Block>
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
