import { PageSection, Stack, StackItem } from "@patternfly/react-core";
import { $api } from "../../api/client";
import { useSession } from "../../app/Session";
import { useOneTeam } from "../../app/Team";
import { ConsolePage } from "../../parts/ConsolePage";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { ScopeNote } from "../ScopeNote";
import { Nudge } from "./Nudge";
import { Policy } from "./Policy";
import { Versions } from "./Versions";

/** The macOS that the Macs of a team must have. */
export default function UpdatesPage() {
  const team = useOneTeam("VIEW_HOSTS");
  const { mayAnywhere } = useSession();
  const query = $api.useQuery("get", "/macos_updates/summary", { params: { query: { team_id: String(team) } } });
  return (
    <ConsolePage title="macOS updates" text="A version and a day by which every Mac of the team has it." actions={<HelpLink page="os-updates" />}>
      <PageSection>
        <Stack hasGutter>
          <StackItem>
            <ScopeNote team={team} />
          </StackItem>
          <StackItem>
            <Loaded query={query}>{(data) => <Policy key={team} team={team} summary={data} />}</Loaded>
          </StackItem>
          <StackItem>{query.data !== undefined && <Versions versions={query.data.versions} />}</StackItem>
          {mayAnywhere("EDIT_NUDGE") && (
            <StackItem>
              <Nudge />
            </StackItem>
          )}
        </Stack>
      </PageSection>
    </ConsolePage>
  );
}
