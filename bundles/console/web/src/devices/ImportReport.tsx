import { Button, Content } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import type { Schema } from "../api/client";
import { TeamLink } from "../app/TeamLink";
import { DownloadLinks } from "./DownloadLinks";

const SHOWN = 200;

/** What became of each line, and links for all of them. */
export function ImportReport({ report }: { report: Schema<"HostImportAnswer"> }) {
  const [asks, setAsks] = useState(false);
  const lines = report.lines ?? [];
  const hosts = lines.map((line) => line.host_id).filter((id): id is number => typeof id === "number");
  return (
    <section aria-label="Report">
      <Content component="p">
        {report.added ?? 0} Macs were added, {report.known ?? 0} were known already.
      </Content>
      {hosts.length > 0 && (
        <Button variant="secondary" onClick={() => setAsks(true)}>
          Download links for {hosts.length} Macs
        </Button>
      )}
      <Table aria-label="Lines of the file" variant="compact">
        <Thead>
          <Tr>
            <Th>Line</Th>
            <Th>Serial number</Th>
            <Th>Result</Th>
          </Tr>
        </Thead>
        <Tbody>
          {lines.slice(0, SHOWN).map((line) => (
            <Tr key={line.line}>
              <Td dataLabel="Line">{line.line}</Td>
              <Td dataLabel="Serial number">
                {typeof line.host_id === "number" ? (
                  <TeamLink to={`/hosts/${line.host_id}`}>{line.serial}</TeamLink>
                ) : (
                  line.serial
                )}
              </Td>
              <Td dataLabel="Result">{line.added === true ? "Added" : "Known already"}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {lines.length > SHOWN && <Content component="p">The first {SHOWN} lines are shown.</Content>}
      {asks && <DownloadLinks hosts={hosts} onClose={() => setAsks(false)} />}
    </section>
  );
}
