import {
  Button,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  MultipleFileUpload,
  MultipleFileUploadMain,
} from "@patternfly/react-core";
import UploadIcon from "@patternfly/react-icons/dist/esm/icons/upload-icon";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { reason, useNotices } from "../../parts/Notices";
import { type Candidate, replaced, waiting } from "./Candidate";
import { Candidates } from "./Candidates";
import { lint, upload } from "./upload";

/** Files are looked at first; what is found is shown before anything is sent to a Mac. */
export function UploadProfiles({ team, onClose }: { team: number; onClose: () => void }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  const [busy, setBusy] = useState(false);
  const change = (file: File, what: Partial<Candidate>) => setCandidates((before) => replaced(before, file, what));

  const look = async (file: File) => {
    try {
      change(file, { lint: await lint(file, team) });
    } catch (error) {
      change(file, { refusal: reason(error) });
    }
  };
  const take = (files: File[]) => {
    setCandidates((before) => [...before, ...files.map((file) => ({ file, uploaded: false }))]);
    files.forEach((file) => void look(file));
  };
  const send = async () => {
    setBusy(true);
    let failed = false;
    for (const { file } of waiting(candidates)) {
      try {
        await upload(file, team);
        change(file, { uploaded: true });
      } catch (error) {
        failed = true;
        change(file, { refusal: reason(error) });
      }
    }
    setBusy(false);
    await client.invalidateQueries();
    if (!failed) {
      say("Uploaded. Macs get it within moments.");
      onClose();
    }
  };
  const count = waiting(candidates).length;
  return (
    <Modal isOpen variant="medium" aria-label="Upload profiles" onClose={onClose}>
      <ModalHeader title="Upload profiles" description="One area of settings in each profile: then one can be changed without the others." />
      <ModalBody>
        <MultipleFileUpload
          onFileDrop={(_event, files) => take(files)}
          dropzoneProps={{ accept: { "application/x-apple-aspen-config": [".mobileconfig"] } }}
        >
          <MultipleFileUploadMain
            titleIcon={<UploadIcon />}
            titleText="Drag .mobileconfig files here"
            titleTextSeparator="or"
            infoText="Signed or not"
            browseButtonText="Choose files"
          />
        </MultipleFileUpload>
        <Candidates candidates={candidates} />
      </ModalBody>
      <ModalFooter>
        <Button onClick={() => void send()} isDisabled={count === 0 || busy} isLoading={busy}>
          {count < 2 ? "Upload" : `Upload ${count} profiles`}
        </Button>
        <Button variant="link" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </Modal>
  );
}
