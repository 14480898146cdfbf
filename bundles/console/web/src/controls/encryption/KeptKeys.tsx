import { Button, Card, CardBody, CardTitle, Content } from "@patternfly/react-core";
import { useState } from "react";
import { $api, api, type Schema } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { plain } from "../../parts/plain";
import { Reveal } from "../../parts/Reveal";
import { Rows } from "../../parts/Rows";
import { SearchText } from "../../parts/SearchText";
import { time } from "../../parts/time";

type Key = Schema<"KeptRecoveryKey">;

const PAGE = 20;

/** All recovery keys there ever were, by serial number: of Macs that are gone too. */
export function KeptKeys() {
  const [serial, setSerial] = useState("");
  const [shown, setShown] = useState<Key>();
  const query = $api.useQuery(
    "get",
    "/disk_encryption/keys",
    { params: { query: { query: serial, per_page: PAGE } } },
    { enabled: serial !== "" },
  );
  return (
    <Card>
      <CardTitle component="h2">Recovery keys of any Mac</CardTitle>
      <CardBody>
        <Content component="p">No recovery key is ever deleted. Find those of Macs that are gone by their serial number; whoever sees one is recorded.</Content>
        <SearchText value={serial} onSearch={setSerial} by="Serial number" />
        {serial !== "" && (
          <Loaded query={query}>
            {(data) => <Found keys={data.encryption_keys} onShow={setShown} />}
          </Loaded>
        )}
      </CardBody>
      {shown !== undefined && <ShowKeptKey kept={shown} onClose={() => setShown(undefined)} />}
    </Card>
  );
}

function ShowKeptKey({ kept, onClose }: { kept: Key; onClose: () => void }) {
  const show = async () => {
    const { data } = await api.POST("/disk_encryption/keys/{id}/view", { params: { path: { id: kept.id } } });
    return data?.encryption_key.key ?? "";
  };
  const serial = plain(kept.serial_number);
  return (
    <Reveal title="Disk encryption key" action="Show the key" label={`Recovery key of ${serial}`} fetch={show} onClose={onClose}>
      <Content component="p">
        Whoever has this key can read the disk of the Mac {serial}. That you see it is recorded in the activity feed.
      </Content>
    </Reveal>
  );
}

function Found({ keys, onShow }: { keys: Key[]; onShow: (key: Key) => void }) {
  if (keys.length === 0) {
    return <p>There is no such key.</p>;
  }
  return (
    <>
      <Rows
        label="Recovery keys"
        of={keys}
        by={(key) => key.id}
        columns={[
          { name: "Serial number", long: true, cell: (key) => key.serial_number },
          { name: "Received", cell: (key) => time(key.received_at) },
          { name: "State", long: true, cell: (key) => (key.readable ? "Opens" : key.detail) },
          {
            name: "Show",
            actions: true,
            cell: (key) =>
              key.readable && (
                <Button variant="link" isInline aria-label={`Show the key of ${key.serial_number}`} onClick={() => onShow(key)}>
                  Show
                </Button>
              ),
          },
        ]}
      />
      {keys.length === PAGE && <p>There may be more. Type more of the serial number to find them.</p>}
    </>
  );
}
