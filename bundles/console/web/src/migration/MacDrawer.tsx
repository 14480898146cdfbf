import {
  Alert,
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
import { $api } from "../api/client";
import { useSession } from "../app/Session";
import { TeamLink } from "../app/TeamLink";
import { HelpLink } from "../parts/HelpLink";
import { ForTheUser } from "./ForTheUser";
import { MacMarks } from "./MacMarks";
import { type Mac, state, STEPS } from "./steps";
import { SaidBy } from "./SaidBy";
import { StepMark } from "./StepMark";
import { isAutomatic } from "./userText";

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
      {may("EDIT_HOSTS", mac.team_id) && <MacMarks mac={mac} onRemoved={onClose} />}
      <Content>
        <p>
          <TeamLink to={`/hosts/${mac.host_id}`}>Host</TeamLink> · <TeamLink to={`/controls/profiles?team_id=${mac.team_id ?? 0}`}>Import profiles</TeamLink> ·{" "}
          <HelpLink page={isAutomatic(mac) ? "migrate-automatic" : "migrate-manual"}>Guide</HelpLink>
        </p>
      </Content>
      <ForTheUser mac={mac} />
    </Stack>
  );
}
