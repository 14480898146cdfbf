import { Button, Card, CardBody, CardTitle, Content } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { $api, api, type Schema } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { time } from "../../parts/time";
import { useChanged } from "../useChanged";
import { Admit } from "./Admit";

/** Macs that an admin lets in once although a check would refuse them. */
export function Admissions() {
  const query = $api.useQuery("get", "/mdm/apple/admissions", {});
  const [admitting, setAdmitting] = useState(false);
  return (
    <Card component="section">
      <CardTitle component="h2">Let a Mac in once</CardTitle>
      <CardBody>
        <Content component="p">
          A Mac enrolls automatically when Apple Business Manager assigns it here and Apple's hardware has signed its
          request. A Mac that was refused for want of one of the two can be let in once.
        </Content>
        <Loaded query={query}>
          {({ admissions }) =>
            admissions.length === 0 ? <Content component="p">No Mac is let in now.</Content> : <Admitted admissions={admissions} />
          }
        </Loaded>
        <Button variant="secondary" onClick={() => setAdmitting(true)}>
          Let a Mac in
        </Button>
      </CardBody>
      {admitting && <Admit onClose={() => setAdmitting(false)} />}
    </Card>
  );
}

function Admitted({ admissions }: { admissions: Schema<"AdmissionView">[] }) {
  const { say, complain } = useNotices();
  const changed = useChanged();
  const revoke = async (serial: string) => {
    try {
      await api.DELETE("/mdm/apple/admissions/{serial_number}", { params: { path: { serial_number: serial } } });
      say("The Mac is not let in any more", serial);
      await changed();
    } catch (failure) {
      complain("It was not taken back", failure);
    }
  };
  return (
    <Table aria-label="Macs that are let in" variant="compact">
      <Thead>
        <Tr>
          <Th>Serial number</Th>
          <Th>By</Th>
          <Th>Until</Th>
          <Th>Has come</Th>
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      <Tbody>
        {admissions.map((some) => (
          <Tr key={some.serial_number}>
            <Td dataLabel="Serial number">{some.serial_number}</Td>
            <Td dataLabel="By" className="console-long">{some.admitted_by}</Td>
            <Td dataLabel="Until">{time(some.expires_at)}</Td>
            <Td dataLabel="Has come">{some.udid === null ? "Not yet" : `Yes, ${some.udid}`}</Td>
            <Td dataLabel="Actions">
              <Button
                variant="link"
                isInline
                isDanger
                onClick={() => void revoke(some.serial_number)}
                aria-label={`Take back ${some.serial_number}`}
              >
                Take back
              </Button>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
