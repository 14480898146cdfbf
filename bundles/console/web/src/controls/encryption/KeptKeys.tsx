import { Alert, Button, Card, CardBody, CardTitle, ClipboardCopy, Content, Modal, ModalBody, ModalHeader } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { $api, api, type Schema } from "../../api/client";
import { SearchText } from "../../parts/SearchText";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { time } from "../../parts/time";

const PAGE = 20;

interface Shown {
  serial: string;
  key: string;
}

/** All recovery keys there ever were, by serial number: of Macs that are gone too. */
export function KeptKeys() {
  const { complain } = useNotices();
  const [serial, setSerial] = useState("");
  const [shown, setShown] = useState<Shown>();
  const query = $api.useQuery(
    "get",
    "/disk_encryption/keys",
    { params: { query: { query: serial, per_page: PAGE } } },
    { enabled: serial !== "" },
  );
  const show = async (id: number) => {
    try {
      const { data } = await api.POST("/disk_encryption/keys/{id}/view", { params: { path: { id } } });
      setShown(data && { serial: data.serial_number, key: data.encryption_key.key });
    } catch (error) {
      complain("The key could not be shown", error);
    }
  };
  return (
    <Card>
      <CardTitle component="h2">Recovery keys of any Mac</CardTitle>
      <CardBody>
        <Content component="p">No recovery key is ever deleted. Find those of Macs that are gone by their serial number; whoever sees one is recorded.</Content>
        <SearchText value={serial} onSearch={setSerial} by="Serial number" />
        {serial !== "" && (
          <Loaded query={query}>
            {(data) => <Found keys={data.encryption_keys} onShow={(id) => void show(id)} />}
          </Loaded>
        )}
      </CardBody>
      {shown !== undefined && (
        <Modal isOpen variant="small" aria-label="Recovery key" onClose={() => setShown(undefined)}>
          <ModalHeader title={`Recovery key of ${shown.serial}`} />
          <ModalBody>
            <Alert variant="info" isInline isPlain title="That you have seen it is in the activity feed." />
            <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="Recovery key">
              {shown.key}
            </ClipboardCopy>
          </ModalBody>
        </Modal>
      )}
    </Card>
  );
}

function Found({ keys, onShow }: { keys: Schema<"KeptRecoveryKey">[]; onShow: (id: number) => void }) {
  if (keys.length === 0) {
    return <p>There is no such key.</p>;
  }
  return (
    <>
      <Table aria-label="Recovery keys" variant="compact">
        <Thead>
          <Tr>
            <Th>Serial number</Th>
            <Th>Received</Th>
            <Th>State</Th>
            <Th screenReaderText="Show" />
          </Tr>
        </Thead>
        <Tbody>
          {keys.map((key) => (
            <Tr key={key.id}>
              <Td dataLabel="Serial number" modifier="breakWord">{key.serial_number}</Td>
              <Td dataLabel="Received">{time(key.received_at)}</Td>
              <Td dataLabel="State" modifier="breakWord">{key.readable ? "Opens" : key.detail}</Td>
              <Td>
                {key.readable && (
                  <Button variant="link" isInline aria-label={`Show the key of ${key.serial_number}`} onClick={() => onShow(key.id)}>
                    Show
                  </Button>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {keys.length === PAGE && <p>There may be more. Type more of the serial number to find them.</p>}
    </>
  );
}
