import { PageSection, Stack, StackItem } from "@patternfly/react-core";
import { useSession } from "../../app/Session";
import { useOneTeam } from "../../app/Team";
import { ConsolePage } from "../../parts/ConsolePage";
import { HelpLink } from "../../parts/HelpLink";
import { ScopeNote } from "../ScopeNote";
import { Agreement } from "./Agreement";
import { Assistant } from "./Assistant";
import { Bootstrap } from "./Bootstrap";
import { Experience } from "./Experience";

/** What happens to Macs of Apple Business Manager until the first login. */
export default function SetupPage() {
  const team = useOneTeam("VIEW_SETUP");
  const { may, mayAnywhere } = useSession();
  const mayEdit = may("EDIT_SETUP", team);
  return (
    <ConsolePage title="Setup" text="What happens to Macs of Apple Business Manager between the first start and the first login." actions={<HelpLink page="setup" />}>
      <PageSection>
        <Stack hasGutter>
          <StackItem>
            <ScopeNote team={team} />
          </StackItem>
          <StackItem>
            <Assistant team={team} mayEdit={mayEdit} />
          </StackItem>
          <StackItem>
            <Experience team={team} mayEdit={mayEdit} />
          </StackItem>
          {mayEdit && (
            <StackItem>
              <Bootstrap team={team} />
            </StackItem>
          )}
          {mayAnywhere("EDIT_ABM") && (
            <StackItem>
              <Agreement />
            </StackItem>
          )}
        </Stack>
      </PageSection>
    </ConsolePage>
  );
}
