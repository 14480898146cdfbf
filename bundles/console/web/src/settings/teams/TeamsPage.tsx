import { Button, EmptyState, EmptyStateBody, Flex, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { ConsolePage } from "../../parts/ConsolePage";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { DeleteTeam } from "./DeleteTeam";
import { TeamForm } from "./TeamForm";
import { TeamTable } from "./TeamTable";

type Team = Schema<"Team">;
type Asked = { what: "add" } | { what: "edit" | "delete"; team: Team };

/** Groups of Macs with profiles of their own. */
export default function TeamsPage() {
  const { may } = useSession();
  const query = $api.useQuery("get", "/teams", {});
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <ConsolePage
      title="Teams"
      text="A Mac is in one team or in none. A team has profiles and settings of its own."
      actions={
        <Flex alignItems={{ default: "alignItemsCenter" }}>
          <HelpLink page="teams" />
          {may("CREATE_TEAMS", null) && <Button onClick={() => setAsked({ what: "add" })}>Add team</Button>}
        </Flex>
      }
    >
      <PageSection>
        <Loaded query={query}>
          {({ teams }) =>
            teams.length === 0 ? (
              <EmptyState headingLevel="h2" titleText="There is no team yet">
                <EmptyStateBody>
                  All Macs are in no team and have the same profiles. Add a team for Macs that need others.
                </EmptyStateBody>
              </EmptyState>
            ) : (
              <TeamTable
                teams={teams}
                onEdit={(team) => setAsked({ what: "edit", team })}
                onDelete={(team) => setAsked({ what: "delete", team })}
              />
            )
          }
        </Loaded>
      </PageSection>
      {asked?.what === "add" && <TeamForm onClose={close} />}
      {asked?.what === "edit" && <TeamForm team={asked.team} onClose={close} />}
      {asked?.what === "delete" && <DeleteTeam team={asked.team} onClose={close} />}
    </ConsolePage>
  );
}
