import {
  Alert,
  Button,
  ClipboardCopy,
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  DrawerActions,
  DrawerCloseButton,
  DrawerHead,
  DrawerPanelBody,
  DrawerPanelContent,
  Stack,
  Title,
} from "@patternfly/react-core";
import { useState } from "react";
import { Link } from "react-router";
import { $api, api } from "../api/client";
import { useSession } from "../app/Session";
import { Confirm } from "../parts/Confirm";
import { HelpLink } from "../parts/HelpLink";
import { useNotices } from "../parts/Notices";
import { MarkMany } from "./MarkMany";
import { SaidBy } from "./SaidBy";
import { type Mac, type Marks, state, STEPS } from "./steps";
import { StepMark } from "./StepMark";
import { isAutomatic, userText } from "./userText";

/** One Mac of the board: what is next, what was said, and what to send its user. */
export function MacDrawer({ host, onClose }: { host: number; onClose: () => void }) {
  const { data, error } = $api.useQuery("get", "/migration/{id}", { params: { path: { id: host } } });
  return (
    <DrawerPanelContent defaultSize="34rem" minSize="20rem" isResizable>
      <DrawerHead>
        <Title headingLevel="h2">
          <bdi>{data?.mac.display_name ?? "Mac"}</bdi>
        </Title>
        <DrawerActions>
          <DrawerCloseButton aria-label="Close" onClick={onClose} />
        </DrawerActions>
      </DrawerHead>
      <DrawerPanelBody>
        {data === undefined && error !== null && (
          <Alert variant="info" isInline title="This Mac is not on the board any more" />
        )}
        {data !== undefined && <Details mac={data.mac} onClose={onClose} />}
      </DrawerPanelBody>
    </DrawerPanelContent>
  );
}

function Details({ mac, onClose }: { mac: Mac; onClose: () => void }) {
  const { may } = useSession();
  const { say, complain } = useNotices();
  const [open, setOpen] = useState<"mark" | "remove">();
  const mayEdit = may("EDIT_HOSTS", mac.team_id);
  const mark = async (body: Marks, done: string) => {
    try {
      await api.PATCH("/migration/{id}", { params: { path: { id: mac.host_id } }, body });
      say(done);
    } catch (error) {
      complain("It could not be marked", error);
    }
  };
  return (
    <Stack hasGutter>
      <Alert variant={mac.done ? "success" : "info"} isInline title="Next" component="h3">
        {mac.next}
      </Alert>
      <DescriptionList isHorizontal isCompact aria-label="Steps">
        {STEPS.map((step) => (
          <DescriptionListGroup key={step.name}>
            <DescriptionListTerm>{step.label}</DescriptionListTerm>
            <DescriptionListDescription>
              <StepMark state={state(mac, step.name)} />
              <SaidBy mac={mac} step={step.name} />
            </DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
      {mayEdit && (
        <div>
          {mac.left_old_mdm === null && state(mac, "left_old_mdm") === "open" && (
            <Button variant="secondary" onClick={() => void mark({ left_old_mdm: true }, "Marked as un-enrolled")}>
              Mark as un-enrolled from the old MDM
            </Button>
          )}{" "}
          {mac.user_told === null && state(mac, "user_told") === "open" && (
            <Button variant="secondary" onClick={() => void mark({ user_told: true }, "Marked as told")}>
              Mark user as told
            </Button>
          )}{" "}
          <Button variant="secondary" onClick={() => setOpen("mark")}>
            Mark
          </Button>{" "}
          <Button
            variant="secondary"
            onClick={() =>
              void mark(
                { archived: mac.archived_at === null },
                mac.archived_at === null ? "Archived" : "Back on the board",
              )
            }
          >
            {mac.archived_at === null ? "Archive" : "Put back on the board"}
          </Button>{" "}
          <Button variant="link" isDanger onClick={() => setOpen("remove")}>
            Remove from the board
          </Button>
        </div>
      )}
      <Content>
        <p>
          <Link to={`/hosts/${mac.host_id}`}>Host</Link> · <Link to="/controls/profiles">Import profiles</Link> ·{" "}
          <HelpLink page={isAutomatic(mac) ? "migrate-automatic" : "migrate-manual"}>Guide</HelpLink>
        </p>
      </Content>
      <ForTheUser mac={mac} />
      {open === "mark" && (
        <MarkMany hosts={[mac.host_id]} onClose={() => setOpen(undefined)} onDone={() => {}} />
      )}
      {open === "remove" && (
        <Confirm
          title="Remove from the board"
          action="Remove"
          danger
          act={async () => {
            await api.DELETE("/migration/{id}", { params: { path: { id: mac.host_id } } });
            say("Removed from the board");
            onClose();
          }}
          onClose={() => setOpen(undefined)}
        >
          What was marked of this Mac is forgotten. The host stays.
        </Confirm>
      )}
    </Stack>
  );
}

function ForTheUser({ mac }: { mac: Mac }) {
  const { data } = $api.useQuery("get", "/config", {}, { refetchInterval: false });
  const organization = data?.org_info?.org_name ?? "";
  const server = data?.server_settings?.server_url ?? window.location.origin;
  return (
    <div>
      <Title headingLevel="h3">For its user</Title>
      <Content component="p">
        {isAutomatic(mac)
          ? "For a Mac that enrolls automatically."
          : "For a Mac that enrolls by hand. Add the link of this Mac."}
      </Content>
      <ClipboardCopy
        isCode
        isReadOnly
        isExpanded
        variant="expansion"
        hoverTip="Copy"
        clickTip="Copied"
        textAriaLabel="Text for the user"
        toggleAriaLabel="Show the whole text"
      >
        {userText(mac, organization === "" ? "our organization" : organization, server)}
      </ClipboardCopy>
    </div>
  );
}
