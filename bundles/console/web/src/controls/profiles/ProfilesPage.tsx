import { Button, EmptyState, EmptyStateBody, Flex, PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { useOneTeam } from "../../app/Team";
import { ActionMenu } from "../../parts/ActionMenu";
import { ConsolePage } from "../../parts/ConsolePage";
import { download } from "../../parts/download";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { Rows } from "../../parts/Rows";
import { profileWord } from "../../parts/states";
import { ago } from "../../parts/time";
import { ScopeNote } from "../ScopeNote";
import { StateCounts } from "../StateCounts";
import { DeleteProfile } from "./DeleteProfile";
import { ImportProfiles } from "./ImportProfiles";
import { originText } from "./origin";
import { ProfileCounts } from "./ProfileCounts";
import { ProfileDetails } from "./ProfileDetails";
import type { Status } from "./statuses";
import { fileOf } from "./upload";
import { UploadProfiles } from "./UploadProfiles";
import { useProfiles } from "./useProfiles";

type Profile = Schema<"Profile">;
type Open =
  | { what: "none" | "upload" | "import" }
  | { what: "delete"; profile: Profile }
  | { what: "details"; profile: Profile; status?: Status };

const NONE: Open = { what: "none" };

/** The profiles of a team. */
export default function ProfilesPage() {
  const team = useOneTeam("VIEW_PROFILES");
  const { may } = useSession();
  const { complain } = useNotices();
  const [open, setOpen] = useState<Open>(NONE);
  const close = () => setOpen(NONE);
  const mayEdit = may("EDIT_PROFILES", team);
  const query = useProfiles(team);
  const { data: summary } = $api.useQuery("get", "/configuration_profiles/summary", { params: { query: { team_id: String(team) } } });

  const save = async (profile: Profile) => {
    try {
      const file = await fileOf(profile);
      download(file.name, file);
    } catch (error) {
      complain("The profile could not be downloaded", error);
    }
  };
  const actions = (profile: Profile) => [
    { label: "Macs and warnings", act: () => setOpen({ what: "details", profile }) },
    { label: "Download", act: () => void save(profile) },
    ...(mayEdit ? [{ label: "Delete", danger: true, act: () => setOpen({ what: "delete", profile }) }] : []),
  ];
  return (
    <ConsolePage
      title="Custom settings"
      text="Each profile goes to every Mac of the team, today's and tomorrow's, and is verified by what the Mac reports. Put one area of settings in each."
      actions={
        <Flex>
          <HelpLink page="settings-in-git">Settings in git</HelpLink>
          <HelpLink page="profiles" />
          {mayEdit && (
            <>
              <Button variant="secondary" onClick={() => setOpen({ what: "import" })}>
                Import
              </Button>
              <Button onClick={() => setOpen({ what: "upload" })}>Upload</Button>
            </>
          )}
        </Flex>
      }
    >
      <PageSection>
        <ScopeNote team={team} />
        {summary !== undefined && (
          <StateCounts
            filter="macos_settings"
            team={team}
            word={profileWord}
            counts={[
              ["verified", summary.verified],
              ["verifying", summary.verifying],
              ["pending", summary.pending],
              ["failed", summary.failed],
            ]}
          />
        )}
        <Loaded query={query}>
          {(data) =>
            data.profiles.length === 0 ? (
              <EmptyState titleText="There are no profiles here" headingLevel="h2">
                <EmptyStateBody>
                  {mayEdit
                    ? "Make one with a profile editor, one area of settings each, and upload the .mobileconfig."
                    : "Whoever may edit profiles uploads them here."}
                </EmptyStateBody>
              </EmptyState>
            ) : (
              <Rows
                label="Profiles"
                of={data.profiles}
                by={(profile) => profile.profile_uuid}
                columns={[
                  {
                    name: "Name",
                    long: true,
                    width: 30,
                    cell: (profile) => (
                      <Button variant="link" isInline className="console-left console-long" onClick={() => setOpen({ what: "details", profile })}>
                        {profile.name}
                      </Button>
                    ),
                  },
                  { name: "Identifier", long: true, width: 25, cell: (profile) => profile.identifier },
                  {
                    name: "Macs",
                    cell: (profile) => (
                      <ProfileCounts
                        name={profile.name}
                        counts={data.counts[profile.profile_uuid]}
                        onShow={(status) => setOpen({ what: "details", profile, status })}
                      />
                    ),
                  },
                  { name: "From", cell: (profile) => originText(profile.origin) },
                  { name: "Uploaded", cell: (profile) => ago(profile.updated_at) },
                  { name: "Actions", actions: true, cell: (profile) => <ActionMenu of={profile.name} actions={actions(profile)} /> },
                ]}
              />
            )
          }
        </Loaded>
      </PageSection>
      {open.what === "upload" && <UploadProfiles team={team} onClose={close} />}
      {open.what === "import" && <ImportProfiles team={team} onClose={close} />}
      {open.what === "delete" && <DeleteProfile profile={open.profile} onClose={close} />}
      {open.what === "details" && <ProfileDetails profile={open.profile} status={open.status} onClose={close} />}
    </ConsolePage>
  );
}
