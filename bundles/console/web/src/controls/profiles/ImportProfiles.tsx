import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { FileChoice } from "../../parts/FileChoice";
import { reason } from "../../parts/Notices";
import { importAll } from "./upload";

const OUTCOMES: Record<string, string> = {
  added: "Added",
  unchanged: "There already",
  conflict: "Name or identifier taken",
  refused: "Refused",
  skipped: "No profile",
};

/** Takes the exported profiles of another MDM over: first what would be done, then it is done. */
export function ImportProfiles({ team, onClose }: { team: number; onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Schema<"ProfileImport">>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const run = async (dryRun: boolean) => {
    if (file === undefined) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      setReport(await importAll([file], team, dryRun));
      await client.invalidateQueries();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setReport(undefined);
  };
  const checked = report?.dry_run === true;
  return (
    <Modal isOpen variant="large" aria-label="Import profiles of another MDM" onClose={onClose}>
      <ModalHeader title="Import profiles of another MDM" description="A zip with the profiles as it exported them. Nothing is stored before you have seen what would be done." />
      <ModalBody>
        {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
        <FileChoice id="import" label="Zip or profile" file={file} onChoose={choose} />
        {report !== undefined && <Report report={report} />}
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => void run(!checked)} isDisabled={file === undefined || busy || report?.dry_run === false} isLoading={busy}>
          {checked ? `Add ${report.added}` : "Check"}
        </Button>
        <Button variant="link" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Report({ report }: { report: Schema<"ProfileImport"> }) {
  return (
    <>
      <Alert
        variant="info"
        isInline
        title={`${report.dry_run ? "To be added" : "Added"}: ${report.added}. There already: ${report.unchanged}. Taken names: ${report.conflict}. Refused: ${report.refused}. Skipped: ${report.skipped}.`}
      />
      <Table aria-label="Files" variant="compact">
        <Thead>
          <Tr>
            <Th>File</Th>
            <Th>Outcome</Th>
            <Th>Profile</Th>
            <Th>Why, and what is odd</Th>
          </Tr>
        </Thead>
        <Tbody>
          {report.files.map((file) => (
            <Tr key={file.file}>
              <Td dataLabel="File" modifier="breakWord">{file.file}</Td>
              <Td dataLabel="Outcome">{OUTCOMES[file.outcome] ?? file.outcome}</Td>
              <Td dataLabel="Profile" modifier="breakWord">{file.name}</Td>
              <Td dataLabel="Why, and what is odd" modifier="breakWord">
                {[file.reason, ...(file.warnings ?? []).map((warning) => warning.message)].filter(Boolean).join(" ")}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
