import { Button, Card, CardBody, CardTitle, Content } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { Rows } from "../../parts/Rows";
import { time } from "../../parts/time";

/** What Macs encrypt their recovery keys for. */
export function Certificates() {
  const client = useQueryClient();
  const { say } = useNotices();
  const [asking, setAsking] = useState(false);
  const query = $api.useQuery("get", "/disk_encryption/certificates", {});
  const roll = async () => {
    await api.POST("/disk_encryption/certificates", {});
    await client.invalidateQueries();
    say("Macs get the new certificate from now on.");
  };
  return (
    <Card>
      <CardTitle component="h2">Escrow certificates</CardTitle>
      <CardBody>
        <Content component="p">Macs encrypt their recovery keys for the current one. What was encrypted for an earlier one still opens.</Content>
        <Loaded query={query}>
          {(data) => (
            <Rows
              label="Escrow certificates"
              of={data.certificates}
              by={(certificate) => certificate.id}
              columns={[
                { name: "Serial number", long: true, cell: (certificate) => certificate.serial_number },
                {
                  name: "State",
                  cell: (certificate) =>
                    certificate.current ? `Current, ends ${time(certificate.not_after)}` : `Replaced ${time(certificate.retired_at)}`,
                },
                { name: "Made", cell: (certificate) => time(certificate.created_at) },
                {
                  name: "Recovery keys",
                  cell: ({ keys, keys_to_reseal }) =>
                    keys_to_reseal > 0 ? `${keys}, ${keys_to_reseal} still to be sealed anew` : keys,
                },
              ]}
            />
          )}
        </Loaded>
        <Button variant="secondary" onClick={() => setAsking(true)}>
          Make a new certificate
        </Button>
      </CardBody>
      {asking && (
        <Confirm title="Make a new escrow certificate" action="Make" act={roll} onClose={() => setAsking(false)}>
          <Content component="p">All Macs with disk encryption get a new profile with it. No recovery key is lost.</Content>
        </Confirm>
      )}
    </Card>
  );
}
