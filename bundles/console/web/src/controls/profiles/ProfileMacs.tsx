import { Button, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { TeamLink } from "../../app/TeamLink";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { Pager } from "../../parts/Pager";
import { plain } from "../../parts/plain";
import { Rows } from "../../parts/Rows";
import { profileWord } from "../../parts/states";
import { counted, foremost, type Status } from "./statuses";

type Host = Schema<"ProfileHost">;

const PAGE = 50;

/** On which Macs a profile is how far; those where it failed come first. */
export function ProfileMacs({ profile, first }: { profile: Schema<"Profile">; first?: Status }) {
  const path = { profile_uuid: profile.profile_uuid };
  const [chosen, setChosen] = useState(first);
  const { data: summary } = $api.useQuery("get", "/configuration_profiles/{profile_uuid}/status", { params: { path } });
  const status = chosen ?? foremost(summary);
  return (
    <>
      <ToggleGroup aria-label="Status">
        {summary !== undefined &&
          counted(summary).map(({ status: one, count }) => (
            <ToggleGroupItem
              key={one}
              text={`${profileWord(one).text}: ${count.toLocaleString()}`}
              buttonId={`status-${one}`}
              isSelected={status === one}
              onChange={() => setChosen(one)}
            />
          ))}
      </ToggleGroup>
      <Macs key={status} profile={profile} status={status} />
    </>
  );
}

function Macs({ profile, status }: { profile: Schema<"Profile">; status: Status }) {
  const { may } = useSession();
  // Where each page begins, up to the one that is shown.
  const [begins, setBegins] = useState([0]);
  const hosts = $api.useQuery("get", "/configuration_profiles/{profile_uuid}/hosts", {
    params: { path: { profile_uuid: profile.profile_uuid }, query: { status, after: begins.at(-1), per_page: PAGE } },
  });
  const resendable = (status === "failed" || status === "verified") && may("RUN_COMMANDS", profile.team_id);
  const last = hosts.data?.hosts.at(-1)?.id;
  const full = hosts.data?.hosts.length === PAGE;
  return (
    <>
      <Loaded query={hosts}>
        {(data) =>
          data.hosts.length === 0 ? (
            <p>There is no such Mac.</p>
          ) : (
            <Rows
              label="Macs"
              of={data.hosts}
              by={(host) => host.id}
              columns={[
                {
                  name: "Name",
                  long: true,
                  cell: (host) => (
                    <TeamLink to={`/hosts/${host.id}?section=profiles`}>
                      <bdi>{host.hostname || host.hardware_serial}</bdi>
                    </TeamLink>
                  ),
                },
                { name: "Serial number", cell: (host) => host.hardware_serial },
                { name: "Detail", long: true, cell: (host) => host.detail },
                ...(resendable
                  ? [{ name: "Resend", actions: true, cell: (host: Host) => <Resend host={host} uuid={profile.profile_uuid} /> }]
                  : []),
              ]}
            />
          )
        }
      </Loaded>
      <Pager
        onPrevious={begins.length > 1 ? () => setBegins(begins.slice(0, -1)) : undefined}
        onNext={full && last !== undefined ? () => setBegins([...begins, last]) : undefined}
      />
    </>
  );
}

function Resend({ host, uuid }: { host: Host; uuid: string }) {
  const client = useQueryClient();
  const { say, complain } = useNotices();
  const [busy, setBusy] = useState(false);
  const name = plain(host.hostname) || host.hardware_serial;
  const resend = async () => {
    setBusy(true);
    try {
      await api.POST("/hosts/{id}/configuration_profiles/{profile_uuid}/resend", { params: { path: { id: host.id, profile_uuid: uuid } } });
      await client.invalidateQueries();
      say(`The profile is sent to ${name} once more.`);
    } catch (error) {
      complain(`The profile could not be sent to ${name}`, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="link" isInline isDisabled={busy} aria-label={`Resend to ${name}`} onClick={() => void resend()}>
      Resend
    </Button>
  );
}
