import { Stack, StackItem, Title } from "@patternfly/react-core";
import type { ReactNode } from "react";

/** One step of instructions that are followed in order. */
export function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <Stack hasGutter>
      <StackItem>
        <Title headingLevel="h3" size="md">
          {number}. {title}
        </Title>
      </StackItem>
      <StackItem>
        {children}
      </StackItem>
    </Stack>
  );
}
