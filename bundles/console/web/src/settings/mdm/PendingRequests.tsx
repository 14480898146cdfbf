import { Button, Content } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Schema } from "../../api/client";
import { bytesOf } from "../../parts/base64";
import { download } from "../../parts/download";
import { time } from "../../parts/time";

type PushRequest = Schema<"PushRequest">;

/** Saves the signed request as Apple's portal takes it. */
function save(request: PushRequest) {
  if (request.csr !== null) {
    download("push.csr", bytesOf(request.csr));
  }
}

function state(request: PushRequest): string {
  if (request.csr !== null) {
    return "Signed: download it and upload it at Apple";
  }
  const sent = request.mdmcert_sent_at === null ? "" : `Sent to mdmcert.download ${time(request.mdmcert_sent_at)}. `;
  return sent + request.unsigned_reason;
}

/** Requests for which no certificate has come, newest first. */
export function PendingRequests({ requests }: { requests: PushRequest[] }) {
  if (requests.length === 0) {
    return <Content component="p">No request waits yet.</Content>;
  }
  return (
    <Table aria-label="Requests that wait" variant="compact">
      <Thead>
        <Tr>
          <Th>Made</Th>
          <Th>By</Th>
          <Th>For</Th>
          <Th>State</Th>
          <Th screenReaderText="Download" />
        </Tr>
      </Thead>
      <Tbody>
        {requests.map((request) => (
          <Tr key={request.created_at}>
            <Td dataLabel="Made">{time(request.created_at)}</Td>
            <Td dataLabel="By" className="console-long">{request.created_by}</Td>
            <Td dataLabel="For" className="console-long">
              {request.organization}, {request.email_address}
            </Td>
            <Td dataLabel="State" className="console-long">{state(request)}</Td>
            <Td dataLabel="File">
              {request.csr !== null && (
                <Button
                  variant="secondary"
                  size="sm"
                  onClick={() => save(request)}
                  aria-label={`Download the request of ${time(request.created_at)}`}
                >
                  Download
                </Button>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
