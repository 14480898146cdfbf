import { Divider, Stack, StackItem, Title } from "@patternfly/react-core";
import { Fragment, type ReactNode } from "react";

/** One step of instructions. */
export interface Step {
  title: string;
  body: ReactNode;
}

/** Instructions that are followed in order. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <Stack hasGutter>
      {steps.map(({ title, body }, index) => (
        <Fragment key={title}>
          {index > 0 && <Divider />}
          <StackItem>
            <Title headingLevel="h3" size="md">
              {index + 1}. {title}
            </Title>
          </StackItem>
          <StackItem>{body}</StackItem>
        </Fragment>
      ))}
    </Stack>
  );
}
