import { Alert, Content, List, ListItem } from "@patternfly/react-core";
import { useState } from "react";
import { request, type Schema } from "../api/client";
import { useSession } from "../app/Session";
import { Confirm } from "../parts/Confirm";
import { FileChoice } from "../parts/FileChoice";
import { macs } from "../parts/macs";
import { reason, useNotices } from "../parts/Notices";
import { plain } from "../parts/plain";

type Report = Schema<"MigrationImport">;

async function send(file: File, team: number, dry: boolean): Promise<Report> {
  const body = new FormData();
  body.append("macs", file);
  body.append("team_id", String(team));
  body.append("dry_run", String(dry));
  return (await (await request("migration/import", { method: "POST", body })).json()) as Report;
}

/** Takes a list of Macs, says what it would do, and does it. */
export function ImportMacs({ team, onClose }: { team: number; onClose: () => void }) {
  const { me } = useSession();
  const { say } = useNotices();
  const teamName = me.available_teams.find((one) => one.id === team)?.name;
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [error, setError] = useState<unknown>();
  const choose = async (chosen: File | undefined) => {
    setFile(chosen);
    setReport(undefined);
    setError(undefined);
    if (chosen !== undefined) {
      await send(chosen, team, true).then(setReport, setError);
    }
  };
  const act = async () => {
    if (file !== undefined) {
      const done = await send(file, team, false);
      say(`${macs(done.accepted)} put on the board`, `New to Pomona: ${done.hosts_created}.`);
    }
  };
  return (
    <Confirm
      title="Import Macs"
      action="Import"
      ready={report !== undefined && report.refused === 0 && report.accepted > 0}
      act={act}
      onClose={onClose}
    >
      <Content component="p">
        A CSV file with the column serial_number and any of old_mdm, enrollment (automatic or manual),
        user_is_admin, left_old_mdm, user_told and activation_lock_off (yes or no). Macs that Pomona does not
        know become hosts of {teamName === undefined ? "no team" : `the team ${plain(teamName)}`}, with their MDM off.
      </Content>
      <FileChoice
        id="macs"
        label="List of Macs"
        file={file}
        onChoose={(chosen) => void choose(chosen)}
        accept={{ "text/csv": [".csv", ".txt"] }}
        isRequired
      />
      {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
      {report !== undefined && <ImportReport report={report} />}
    </Confirm>
  );
}

const MOST = 20;

function ImportReport({ report }: { report: Report }) {
  const wrong = report.rows.filter((row) => row.outcome === "refused");
  return (
    <>
      <Alert
        variant={report.refused > 0 || report.accepted === 0 ? "danger" : "success"}
        isInline
        isLiveRegion
        title={
          report.refused > 0
            ? `${report.refused} lines are wrong. Nothing is imported until they are right.`
            : `${macs(report.accepted)}. New to Pomona: ${report.hosts_created}.`
        }
      >
        {report.ignored_columns.length > 0 && <>Columns without meaning here: {report.ignored_columns.join(", ")}.</>}
      </Alert>
      {wrong.length > 0 && (
        <List aria-label="Wrong lines">
          {wrong.slice(0, MOST).map((row) => (
            <ListItem key={row.line}>
              Line {row.line}: {row.detail}
            </ListItem>
          ))}
          {wrong.length > MOST && <ListItem>and {wrong.length - MOST} more</ListItem>}
        </List>
      )}
    </>
  );
}
