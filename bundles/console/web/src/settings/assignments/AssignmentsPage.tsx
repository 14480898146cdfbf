import { PageSection, Stack, StackItem } from "@patternfly/react-core";
import { useSession } from "../../app/Session";
import { HelpLink } from "../../parts/HelpLink";
import { IntegrationPage } from "../integrations/IntegrationPage";
import { Admissions } from "./Admissions";
import { Board } from "./Board";

/** Which profile Apple holds for each Mac of Apple Business Manager, and which Macs are let in. */
export default function AssignmentsPage() {
  const { mayAnywhere } = useSession();
  return (
    <IntegrationPage
      title="Assignments"
      text="A Mac of Apple Business Manager gets the Setup Assistant profile that Apple holds for it. This is what Apple says of each."
      actions={<HelpLink page="business-manager" />}
    >
      <PageSection>
        <Stack hasGutter>
          <StackItem>
            <Board />
          </StackItem>
          {mayAnywhere("ENROLL_HOSTS") && (
            <StackItem>
              <Admissions />
            </StackItem>
          )}
        </Stack>
      </PageSection>
    </IntegrationPage>
  );
}
