import {
  Alert,
  Button,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Progress,
  ProgressMeasureLocation,
  Stack,
} from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { reason } from "../../parts/Notices";
import { plain } from "../../parts/plain";
import { ProfileDrop } from "./ProfileDrop";
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
  const [files, setFiles] = useState<File[]>([]);
  const [report, setReport] = useState<Schema<"ProfileImport">>();
  const [error, setError] = useState<unknown>();
  const [share, setShare] = useState<number>();
  const run = async (dryRun: boolean) => {
    setShare(0);
    setError(undefined);
    try {
      setReport(await importAll(files, team, dryRun, setShare));
      await client.invalidateQueries();
    } catch (failure) {
      setError(failure);
    } finally {
      setShare(undefined);
    }
  };
  const take = (chosen: File[]) => {
    setFiles((before) => [...before, ...chosen]);
    setReport(undefined);
    setError(undefined);
  };
  const clear = () => {
    setFiles([]);
    setReport(undefined);
  };
  const checked = report?.dry_run === true;
  const busy = share !== undefined;
  return (
    <Modal isOpen variant="large" aria-label="Import profiles of another MDM" onClose={onClose}>
      <ModalHeader title="Import profiles of another MDM" description="Nothing is stored before you have seen what would be done." />
      <ModalBody>
        <Stack hasGutter>
          <ProfileDrop title="Drag a zip or a folder here" info="What the other MDM exported; files that end with .mobileconfig or .zip" zips onFiles={take} />
          {files.length > 0 && <Chosen files={files} onClear={clear} isDisabled={busy} />}
          {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
          {busy && <Progress value={Math.round(share * 100)} title={share < 1 ? "Sending" : "Sent; the server is looking at it"} measureLocation={ProgressMeasureLocation.outside} />}
          {report !== undefined && <Report report={report} />}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => void run(!checked)} isDisabled={files.length === 0 || busy || report?.dry_run === false || (checked && report.added === 0)} isLoading={busy}>
          {checked ? `Add ${report.added}` : "Check"}
        </Button>
        <Button variant="link" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Chosen({ files, onClear, isDisabled }: { files: File[]; onClear: () => void; isDisabled: boolean }) {
  const names = files.slice(0, 5).map((file) => plain(file.name)).join(", ");
  return (
    <p className="console-long">
      {files.length > 5 ? `${names} and ${files.length - 5} more` : names}{" "}
      <Button variant="link" isInline onClick={onClear} isDisabled={isDisabled}>
        Clear
      </Button>
    </p>
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
            <Th width={20}>File</Th>
            <Th width={15}>Outcome</Th>
            <Th width={25}>Profile</Th>
            <Th width={40}>Why, and what is odd</Th>
          </Tr>
        </Thead>
        <Tbody>
          {report.files.map((file, place) => (
            <Tr key={place}>
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
