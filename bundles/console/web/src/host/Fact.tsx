import {
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";

/** A fact with its name, in a DescriptionList; nothing at all where it is not known. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children === undefined || children === null || children === "" || children === false ? null : (
    <DescriptionListGroup>
      <DescriptionListTerm>{name}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
