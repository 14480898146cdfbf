import { ActionGroup, Alert, Button, Form } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { request } from "../../api/client";
import { FileChoice } from "../../parts/FileChoice";
import { reason, useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

const ENDINGS = { "application/pkcs7-mime": [".p7m"] };

/** A token that is loaded, which Apple has to take. */
export function TokenForm({ onLoaded }: { onLoaded: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await request("abm_tokens", { method: "POST", body: tokenBody(file) });
      setFile(undefined);
      say("Apple Business Manager is connected", "Its Macs are being fetched.");
      onLoaded();
      await changed();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={submit} aria-label="Server token" isWidthLimited>
      {error !== undefined && <Alert variant="danger" isInline component="p" title={reason(error)} />}
      <TokenFile file={file} onChoose={setFile} />
      <ActionGroup>
        <Button type="submit" isDisabled={file === undefined || busy} isLoading={busy}>
          Upload token
        </Button>
      </ActionGroup>
    </Form>
  );
}

export function TokenFile({ file, onChoose }: { file: File | undefined; onChoose: (file: File | undefined) => void }) {
  return (
    <FileChoice
      id="abm-token"
      label="Server token"
      file={file}
      onChoose={onChoose}
      accept={ENDINGS}
      help="The file that ends in .p7m, the last one that was downloaded."
      isRequired
    />
  );
}

export function tokenBody(file: File | undefined): FormData {
  const form = new FormData();
  form.set("token", file ?? "");
  return form;
}
