import { Button, EmptyState, EmptyStateBody, Stack, StackItem } from "@patternfly/react-core";
import { Link } from "react-router";
import { $api, api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { Rows } from "../../parts/Rows";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { type Host, isOn, nameOf } from "../Host";
import { profileState } from "../words";
import { ProfileWarnings } from "./ProfileWarnings";

type HostProfile = Schema<"HostProfile">;

/** How far each profile is on a Mac. */
export function ProfilesSection({ host }: { host: Host }) {
  const query = $api.useQuery("get", "/hosts/{id}/configuration_profiles", {
    params: { path: { id: host.id ?? 0 } },
  });
  return (
    <Loaded query={query}>
      {(data) =>
        (data.profiles ?? []).length === 0 ? (
          <EmptyState titleText="No profiles" headingLevel="h2">
            <EmptyStateBody>
              The team of this Mac has none. <HelpLink page="profiles">How to add profiles</HelpLink>
            </EmptyStateBody>
          </EmptyState>
        ) : (
          <Stack hasGutter>
            <StackItem>
              <HelpLink page="profiles">About profiles and their states</HelpLink>
            </StackItem>
            <StackItem>
              <ProfilesTable host={host} profiles={data.profiles ?? []} />
            </StackItem>
          </Stack>
        )
      }
    </Loaded>
  );
}

function ProfilesTable({ host, profiles }: { host: Host; profiles: HostProfile[] }) {
  const { may } = useSession();
  const mayResend = may("RUN_COMMANDS", host.team_id) && isOn(host);
  return (
    <Rows
      label={`Profiles of ${nameOf(host)}`}
      gridBreakPoint="grid-lg"
      of={profiles}
      by={(profile) => `${profile.identifier} ${profile.operation_type}`}
      columns={[
        { name: "Profile", long: true, cell: (profile) => <ProfileName host={host} profile={profile} /> },
        { name: "Status", cell: (profile) => <State word={profileState(profile)} /> },
        { name: "Detail", long: true, cell: (profile) => profile.detail },
        {
          name: "Changed",
          cell: (profile) => (profile.status === "verified" ? `Verified ${time(profile.updated_at)}` : time(profile.updated_at)),
        },
        {
          name: "Actions",
          actions: true,
          cell: (profile) =>
            mayResend && profile.profile_uuid && profile.operation_type === "install" && <Resend host={host} profile={profile} />,
        },
      ]}
    />
  );
}

function ProfileName({ host, profile }: { host: Host; profile: HostProfile }) {
  const uuid = profile.profile_uuid;
  return (
    <>
      {uuid ? (
        <Link to={`/controls/profiles?team_id=${host.team_id ?? 0}`}>{profile.name}</Link>
      ) : (
        profile.name
      )}
      <div className="console-code">{profile.identifier}</div>
      {uuid && <ProfileWarnings uuid={uuid} />}
    </>
  );
}

function Resend({ host, profile }: { host: Host; profile: HostProfile }) {
  const { say, complain } = useNotices();
  const underWay = profile.status === "pending" || profile.status === "verifying";
  const resend = async () => {
    try {
      await api.POST("/hosts/{id}/configuration_profiles/{profile_uuid}/resend", {
        params: { path: { id: host.id ?? 0, profile_uuid: profile.profile_uuid ?? "" } },
      });
      say(`${profile.name} is sent to ${nameOf(host)} once more.`);
    } catch (error) {
      complain(`${profile.name} was not sent`, error);
    }
  };
  return (
    <Button
      variant="secondary"
      size="sm"
      isDisabled={underWay}
      onClick={resend}
      aria-label={`Resend ${profile.name}`}
    >
      Resend
    </Button>
  );
}
