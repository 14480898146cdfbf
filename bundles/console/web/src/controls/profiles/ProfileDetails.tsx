import { Alert, List, ListItem, Modal, ModalBody, ModalHeader, Stack, Title } from "@patternfly/react-core";
import { $api, type Schema } from "../../api/client";
import { STEADY } from "../../api/queries";
import { Facts } from "../../parts/Facts";
import { Loaded } from "../../parts/Loaded";
import { plain } from "../../parts/plain";
import { time } from "../../parts/time";
import { originText } from "./origin";
import { ProfileMacs } from "./ProfileMacs";
import type { Status } from "./statuses";

/** What is in a profile, what is odd about it, and how far it is on which Macs. */
export function ProfileDetails({ profile, status, onClose }: { profile: Schema<"Profile">; status?: Status; onClose: () => void }) {
  const path = { profile_uuid: profile.profile_uuid };
  const inside = $api.useQuery("get", "/configuration_profiles/{profile_uuid}/warnings", { params: { path } }, STEADY);
  return (
    <Modal isOpen variant="large" aria-label={plain(profile.name)} onClose={onClose}>
      <ModalHeader title={plain(profile.name)} description={plain(profile.identifier)} />
      <ModalBody>
        <Stack hasGutter>
          <Facts
            facts={[
              ["Uploaded", time(profile.created_at)],
              ["Changed", time(profile.updated_at)],
              ["From", originText(profile.origin)],
              ["SHA-256", profile.checksum],
            ]}
          />
          <Title headingLevel="h2" size="md">
            What is in it
          </Title>
          <Loaded query={inside}>{(data) => <Inside found={data} />}</Loaded>
          <Title headingLevel="h2" size="md">
            Macs
          </Title>
          <ProfileMacs profile={profile} first={status} />
        </Stack>
      </ModalBody>
    </Modal>
  );
}

function Inside({ found }: { found: Schema<"ProfileWarnings"> }) {
  return (
    <>
      <List className="console-long">
        {found.payloads.map((payload) => (
          <ListItem key={payload.identifier}>{payload.name === null ? payload.type : `${plain(payload.name)} (${plain(payload.type)})`}</ListItem>
        ))}
      </List>
      {found.warnings.map((warning) => (
        <Alert key={warning.code + warning.message} variant="warning" isInline isPlain className="console-long" title={warning.message} />
      ))}
    </>
  );
}
