import { Button, Card, CardBody, CardTitle, Content, Flex, PageSection, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { $api } from "../../api/client";
import { useSession } from "../../app/Session";
import { useOneTeam } from "../../app/Team";
import { ConsolePage } from "../../parts/ConsolePage";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { encryptionWord } from "../../parts/states";
import { ScopeNote } from "../ScopeNote";
import { StateCounts } from "../StateCounts";
import { useTeamSettings } from "../useTeamSettings";
import { Certificates } from "./Certificates";
import { KeptKeys } from "./KeptKeys";
import { Switching } from "./Switching";

const STATES = ["verified", "verifying", "action_required", "enforcing", "failed", "removing_enforcement"] as const;

/** FileVault for the Macs of a team, and the keys that came of it. */
export default function EncryptionPage() {
  const team = useOneTeam("VIEW_HOSTS");
  const { may, mayAnywhere } = useSession();
  const [switching, setSwitching] = useState(false);
  const on = useTeamSettings(team)?.macos_settings?.enable_disk_encryption;
  const query = $api.useQuery("get", "/disk_encryption", { params: { query: { team_id: String(team) } } });
  const { data: hosts } = $api.useQuery("get", "/hosts/count", {
    params: { query: { team_id: team, mdm_enrollment_status: "enrolled" } },
  });
  const mayEdit = may("EDIT_DISK_ENCRYPTION", team);
  return (
    <ConsolePage title="Disk encryption" text="FileVault encrypts the disk of each Mac, and its recovery key is kept here." actions={<HelpLink page="disk-encryption" />}>
      <PageSection>
        <Stack hasGutter>
          <StackItem>
            <ScopeNote team={team} />
          </StackItem>
          <StackItem>
            <Card>
              <CardTitle component="h2">{on === undefined ? "Disk encryption" : on ? "Disk encryption is on" : "Disk encryption is off"}</CardTitle>
              <CardBody>
                <Content component="p">
                  {on === undefined
                    ? "FileVault of macOS, and the recovery keys that come of it."
                    : on
                    ? "Macs encrypt their disks and send their recovery keys. Action required: somebody at the Mac has to log out, or to make a new recovery key; the page of the Mac says which."
                    : "Macs are not asked to encrypt their disks. Recovery keys that are here stay here."}
                </Content>
                <Loaded query={query}>
                  {(data) => (
                    <StateCounts
                      filter="macos_settings_disk_encryption"
                      team={team}
                      word={encryptionWord}
                      counts={STATES.map((state) => [state, data[state].macos])}
                    />
                  )}
                </Loaded>
                {mayEdit && on !== undefined && (
                  <Flex>
                    <Button variant={on ? "secondary" : "primary"} isDanger={on} onClick={() => setSwitching(true)}>
                      {on ? "Turn off" : "Turn on"}
                    </Button>
                  </Flex>
                )}
              </CardBody>
            </Card>
          </StackItem>
          {mayAnywhere("EDIT_ESCROW") && (
            <>
              <StackItem>
                <KeptKeys />
              </StackItem>
              <StackItem>
                <Certificates />
              </StackItem>
            </>
          )}
        </Stack>
      </PageSection>
      {switching && on !== undefined && <Switching team={team} on={!on} count={hosts?.count} onClose={() => setSwitching(false)} />}
    </ConsolePage>
  );
}
