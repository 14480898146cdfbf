import { PageSection } from "@patternfly/react-core";
import { useParams } from "react-router";
import { ConsolePage } from "../parts/ConsolePage";

/** A page of the admin guide. */
export default function HelpPage() {
  const { page } = useParams();
  return (
    <ConsolePage title="Help">
      <PageSection>{page}</PageSection>
    </ConsolePage>
  );
}
