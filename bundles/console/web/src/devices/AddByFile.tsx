import { Alert, Button, FileUpload, Form, FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { request, type Schema } from "../api/client";
import { useTeam } from "../app/Team";
import { Choice } from "../parts/Choice";
import { reason, useNotices } from "../parts/Notices";
import { addedText, knownText } from "./imported";
import { ImportReport } from "./ImportReport";
import { useAddTeams } from "./useAddTeams";

/** Many Macs by a file, which is checked whole before any of them is added. */
export function AddByFile() {
  const teams = useAddTeams();
  const switched = useTeam();
  const { say } = useNotices();
  const [chosen, setChosen] = useState<string>();
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [report, setReport] = useState<Schema<"HostImportAnswer">>();
  const wanted = chosen ?? String(switched ?? 0);
  const team = teams.some((option) => option.value === wanted) ? wanted : (teams[0]?.value ?? "0");
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (file === undefined) {
      return;
    }
    setBusy(true);
    setError(undefined);
    setReport(undefined);
    try {
      const body = new FormData();
      body.append("team_id", team);
      body.append("file", file, "macs.csv");
      const answer = await request("hosts/import", { method: "POST", body });
      const said = (await answer.json()) as Schema<"HostImportAnswer">;
      setReport(said);
      say(addedText(said), knownText(said));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={(event) => void add(event)} isWidthLimited className="pf-v6-u-mt-md">
      {error !== undefined && (
        <Alert variant="danger" isInline title="Nothing was added">
          {reason(error)}
        </Alert>
      )}
      <FormGroup label="File" fieldId="add-file" isRequired>
        <FileUpload
          id="add-file"
          filename={file?.name ?? ""}
          filenamePlaceholder="Drag a CSV file here or choose one"
          browseButtonText="Choose"
          browseButtonAriaDescribedby="add-file-filename"
          hideDefaultPreview
          onFileInputChange={(_event, next) => setFile(next)}
          onClearClick={() => setFile(undefined)}
          dropzoneProps={{ accept: { "text/csv": [".csv"] } }}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>
              One Mac a line: serial, name, team, email. Only the serial number is needed. Up to 10,000 lines.
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      <FormGroup label="Team of lines that name none" role="group">
        <Choice label="Team" value={team} options={teams} onChoose={setChosen} />
      </FormGroup>
      <div>
        <Button type="submit" isDisabled={busy || file === undefined} isLoading={busy}>
          Add Macs
        </Button>
      </div>
      {report !== undefined && <ImportReport report={report} />}
    </Form>
  );
}
