import { Alert, Modal, ModalBody, ModalHeader } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { Link } from "react-router";
import { $api, type Schema } from "../../api/client";
import { Choice } from "../../parts/Choice";
import { Loaded } from "../../parts/Loaded";

const STATUSES = [
  { value: "failed", label: "Failed" },
  { value: "pending", label: "Pending" },
  { value: "verifying", label: "Verifying" },
  { value: "verified", label: "Verified" },
] as const;

type Status = (typeof STATUSES)[number]["value"];

/** What is odd about a profile, and on which Macs it is how far; those where it failed first. */
export function ProfileHosts({ profile, onClose }: { profile: Schema<"Profile">; onClose: () => void }) {
  const [status, setStatus] = useState<Status>("failed");
  const path = { profile_uuid: profile.profile_uuid };
  const hosts = $api.useQuery("get", "/configuration_profiles/{profile_uuid}/hosts", {
    params: { path, query: { status, per_page: 100 } },
  });
  const { data: odd } = $api.useQuery("get", "/configuration_profiles/{profile_uuid}/warnings", { params: { path } });
  return (
    <Modal isOpen variant="large" aria-label={profile.name} onClose={onClose}>
      <ModalHeader title={profile.name} description={profile.identifier} />
      <ModalBody>
        {(odd?.warnings ?? []).map((warning) => (
          <Alert key={warning.code + warning.message} variant="warning" isInline isPlain title={warning.message} />
        ))}
        <Choice label="Status" value={status} options={[...STATUSES]} onChoose={setStatus} />
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
                  </Tr>
                </Thead>
                <Tbody>
                  {data.hosts.map((host) => (
                    <Tr key={host.id}>
                      <Td dataLabel="Name" modifier="breakWord">
                        <Link to={`/hosts/${host.id}?section=profiles`}>{host.hostname}</Link>
                      </Td>
                      <Td dataLabel="Serial number">{host.hardware_serial}</Td>
                      <Td dataLabel="Detail" modifier="breakWord">{host.detail}</Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
            )
          }
        </Loaded>
      </ModalBody>
    </Modal>
  );
}
