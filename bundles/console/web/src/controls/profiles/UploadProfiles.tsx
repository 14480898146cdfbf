import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Stack } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, ApiError, type Schema } from "../../api/client";
import { reason, useNotices } from "../../parts/Notices";
import { type Candidate, replaced, waiting } from "./Candidate";
import { Candidates } from "./Candidates";
import { ProfileDrop } from "./ProfileDrop";
import { ReplaceProfile } from "./ReplaceProfile";
import { lint, upload } from "./upload";

/** Files are looked at first; what is found is shown before anything is sent to a Mac. */
export function UploadProfiles({ team, onClose }: { team: number; onClose: () => void }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  const [replacing, setReplacing] = useState<{ file: File; before: Schema<"Profile"> }>();
  const [busy, setBusy] = useState(false);
  const { data } = $api.useQuery("get", "/configuration_profiles", { params: { query: { team_id: String(team) } } });
  const profiles = data?.profiles ?? [];
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
    for (const { file } of waiting(candidates, profiles)) {
      try {
        await upload(file, team);
        change(file, { uploaded: true });
      } catch (error) {
        failed = true;
        // What took its place meanwhile is in the list by now, and is offered to be replaced.
        change(file, error instanceof ApiError && error.status === 409 ? {} : { refusal: reason(error) });
      }
    }
    setBusy(false);
    await client.invalidateQueries();
    if (!failed) {
      say("Uploaded. Macs get it within moments.");
      if (candidates.every((one) => one.uploaded || waiting([one], profiles).length === 1)) {
        onClose();
      }
    }
  };
  const count = waiting(candidates, profiles).length;
  // In place of this dialog, not above it: of two, the lower one would hide the other from who hears the page.
  if (replacing !== undefined) {
    return (
      <ReplaceProfile
        file={replacing.file}
        team={team}
        before={replacing.before}
        done={() => change(replacing.file, { uploaded: true, refusal: undefined })}
        onClose={() => setReplacing(undefined)}
      />
    );
  }
  return (
    <Modal isOpen variant="medium" aria-label="Upload profiles" onClose={onClose}>
      <ModalHeader title="Upload profiles" description="One area of settings in each profile: then one can be changed without the others. Macs keep what a profile sets for as long as it is here." />
      <ModalBody>
        <Stack hasGutter>
          <ProfileDrop title="Drag profiles or a folder with some here" info="Files that end with .mobileconfig, signed or not" onFiles={take} />
          <Candidates candidates={candidates} profiles={profiles} onReplace={(file, before) => setReplacing({ file, before })} />
        </Stack>
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
