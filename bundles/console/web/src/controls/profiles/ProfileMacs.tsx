import { Button, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api, type Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { TeamLink } from "../../app/TeamLink";
import { plain } from "../../host/Host";
import { profileWord } from "../../host/words";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { Pager } from "../../settings/Pager";
import { counted, foremost, type Status } from "./statuses";

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
            <Table aria-label="Macs" variant="compact">
              <Thead>
                <Tr>
                  <Th>Name</Th>
                  <Th>Serial number</Th>
                  <Th>Detail</Th>
                  {resendable && <Th screenReaderText="Resend" />}
                </Tr>
              </Thead>
              <Tbody>
                {data.hosts.map((host) => (
                  <Tr key={host.id}>
                    <Td dataLabel="Name" modifier="breakWord">
                      <TeamLink to={`/hosts/${host.id}?section=profiles`}><bdi>{host.hostname || host.hardware_serial}</bdi></TeamLink>
                    </Td>
                    <Td dataLabel="Serial number">{host.hardware_serial}</Td>
                    <Td dataLabel="Detail" modifier="breakWord">{host.detail}</Td>
                    {resendable && (
                      <Td>
                        <Resend host={host} uuid={profile.profile_uuid} />
                      </Td>
                    )}
                  </Tr>
                ))}
              </Tbody>
            </Table>
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

function Resend({ host, uuid }: { host: Schema<"ProfileHost">; uuid: string }) {
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
