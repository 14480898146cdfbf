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
import { time } from "../parts/time";
import { ForTheUser } from "./ForTheUser";
import { MacMarks } from "./MacMarks";
import { type Mac, state, STEPS } from "./steps";
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
              <Said mac={mac} step={step.name} />
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

/** Who said when that it was done. */
function Said({ mac, step }: { mac: Mac; step: string }) {
  const mark = step === "left_old_mdm" ? mac.left_old_mdm : step === "user_told" ? mac.user_told : null;
  return mark === null || mark === undefined ? null : (
    <>
      {" "}
      by <bdi>{mark.by}</bdi>, {time(mark.at)}
    </>
  );
}
