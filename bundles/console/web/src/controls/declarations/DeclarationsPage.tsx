import { Button, Content, EmptyState, EmptyStateBody, Flex, PageSection } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { $api, api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { useOneTeam } from "../../app/Team";
import { ActionMenu } from "../../parts/ActionMenu";
import { Confirm } from "../../parts/Confirm";
import { ConsolePage } from "../../parts/ConsolePage";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { Rows } from "../../parts/Rows";
import { ago } from "../../parts/time";
import { macs } from "../../parts/macs";
import { ScopeNote } from "../ScopeNote";
import { EditDeclaration } from "./EditDeclaration";
import { ShowDeclaration } from "./ShowDeclaration";

type Item = Schema<"DeclarationItem">;
type Open = { what: "none" | "add" } | { what: "edit" | "show"; declaration: Schema<"Declaration"> } | { what: "delete"; item: Item };

/** The declarations of a team, by which Macs look after themselves. */
export default function DeclarationsPage() {
  const team = useOneTeam("VIEW_DECLARATIONS");
  const client = useQueryClient();
  const { may } = useSession();
  const { say, complain } = useNotices();
  const [open, setOpen] = useState<Open>({ what: "none" });
  const close = () => setOpen({ what: "none" });
  const query = $api.useQuery("get", "/declarations", { params: { query: { team_id: String(team) } } });
  const { data: count } = $api.useQuery("get", "/hosts/count", { params: { query: { team_id: team, mdm_enrollment_status: "enrolled" } } });
  const mayEdit = may("EDIT_DECLARATIONS", team);
  const read = async (item: Item, what: "edit" | "show") => {
    try {
      const { data } = await api.GET("/declarations/{id}", { params: { path: { id: item.id } } });
      if (data !== undefined) {
        setOpen({ what, declaration: data.declaration });
      }
    } catch (error) {
      complain("The declaration could not be read", error);
    }
  };
  const actions = (item: Item) => [
    { label: "Show", act: () => void read(item, "show") },
    ...(mayEdit
      ? [
          { label: "Change", act: () => void read(item, "edit") },
          { label: "Delete", danger: true, act: () => setOpen({ what: "delete", item }) },
        ]
      : []),
  ];
  const remove = async (item: Item) => {
    await api.DELETE("/declarations/{id}", { params: { path: { id: item.id } } });
    await client.invalidateQueries();
    say(`${item.identifier} is deleted.`);
  };
  return (
    <ConsolePage
      title="Declarations"
      text="What Macs enforce by themselves, as Apple describes it. Who opens one is in the activity feed, since it may hold passwords."
      actions={
        <Flex>
          <HelpLink page="declarations" />
          {mayEdit && <Button onClick={() => setOpen({ what: "add" })}>Add</Button>}
        </Flex>
      }
    >
      <PageSection>
        <ScopeNote team={team} />
        <Content component="p">
          How far a Mac is with each of these is on its page, under Declarations: <Link to={`/hosts?team_id=${team}`}>{count === undefined ? "the Macs" : macs(count.count)}</Link>.
        </Content>
        <Loaded query={query}>
          {(data) =>
            data.declarations.length === 0 ? (
              <EmptyState titleText="There are no declarations here" headingLevel="h2">
                <EmptyStateBody>Required updates of macOS need none of these; they are declared by themselves.</EmptyStateBody>
              </EmptyState>
            ) : (
              <Rows
                label="Declarations"
                of={data.declarations}
                by={(item) => item.id}
                columns={[
                  { name: "Identifier", long: true, cell: (item) => item.identifier },
                  { name: "Type", long: true, cell: (item) => item.type },
                  { name: "Changed", cell: (item) => ago(item.updated_at) },
                  { name: "Actions", actions: true, cell: (item) => <ActionMenu of={item.identifier} actions={actions(item)} /> },
                ]}
              />
            )
          }
        </Loaded>
      </PageSection>
      {open.what === "show" && <ShowDeclaration declaration={open.declaration} onClose={close} />}
      {open.what === "add" && <EditDeclaration team={team} onClose={close} />}
      {open.what === "edit" && <EditDeclaration team={team} declaration={open.declaration} onClose={close} />}
      {open.what === "delete" && (
        <Confirm title={`Delete ${open.item.identifier}`} action="Delete" danger act={() => remove(open.item)} onClose={close}>
          <Content component="p">{`${count === undefined ? "All Macs" : macs(count.count)} ${team === 0 ? "in no team" : "of the team"} give it up, as far as they have it.`}</Content>
        </Confirm>
      )}
    </ConsolePage>
  );
}
