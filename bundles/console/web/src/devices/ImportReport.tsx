import { Button, Content } from "@patternfly/react-core";
import { useState } from "react";
import type { Schema } from "../api/client";
import { TeamLink } from "../app/TeamLink";
import { macs } from "../parts/macs";
import { Rows } from "../parts/Rows";
import { DownloadLinks } from "./DownloadLinks";
import { addedText, knownText } from "./imported";

const SHOWN = 200;

/** What became of each line, and links for all of them. */
export function ImportReport({ report }: { report: Schema<"HostImportAnswer"> }) {
  const [asks, setAsks] = useState(false);
  const lines = report.lines ?? [];
  const hosts = lines.map((line) => line.host_id).filter((id): id is number => typeof id === "number");
  return (
    <section aria-label="Report">
      <Content component="p">
        {addedText(report)}, {knownText(report)}
      </Content>
      {hosts.length > 0 && (
        <Button variant="secondary" onClick={() => setAsks(true)}>
          Download links for {macs(hosts.length)}
        </Button>
      )}
      <Rows
        label="Lines of the file"
        of={lines.slice(0, SHOWN)}
        by={(line) => line.line}
        columns={[
          { name: "Line", cell: (line) => line.line },
          {
            name: "Serial number",
            cell: (line) => (typeof line.host_id === "number" ? <TeamLink to={`/hosts/${line.host_id}`}>{line.serial}</TeamLink> : line.serial),
          },
          { name: "Result", cell: (line) => (line.added ? "Added" : "Known already") },
        ]}
      />
      {lines.length > SHOWN && <Content component="p">The first {SHOWN} lines are shown.</Content>}
      {asks && <DownloadLinks hosts={hosts} onClose={() => setAsks(false)} />}
    </section>
  );
}
