import { ActionGroup, Alert, Button, Content, Form, FormGroup, TextArea } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { api, type Schema } from "../../api/client";
import { FileChoice } from "../../parts/FileChoice";
import { reason, useNotices } from "../../parts/Notices";
import { time } from "../../parts/time";
import { useChanged } from "../useChanged";

/** Sends the newest request to the service. */
export function SendToMdmcert({ newest }: { newest: Schema<"PushRequest"> | undefined }) {
  const { say, complain } = useNotices();
  const changed = useChanged();
  const [busy, setBusy] = useState(false);
  if (newest === undefined) {
    return <Content component="p">Make a request first.</Content>;
  }
  if (!newest.mdmcert_open) {
    return (
      <Alert isInline component="p" variant="info" title="This server has no product key of mdmcert.download">
        Set <code>.mdmcert.key</code> in <code>etc/io.pomona.apns.cfg</code> on the server. It takes effect when saved.
      </Alert>
    );
  }
  const send = async () => {
    setBusy(true);
    try {
      await api.POST("/apns/mdmcert", {});
      say("The request is sent", `mdmcert.download mails its answer to ${newest.email_address}.`);
      await changed();
    } catch (failure) {
      complain("The request was not sent", failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {newest.mdmcert_sent_at !== null && <Content component="p">Sent {time(newest.mdmcert_sent_at)}.</Content>}
      <Button variant="secondary" onClick={send} isDisabled={busy} isLoading={busy}>
        {newest.mdmcert_sent_at === null ? "Send to mdmcert.download" : "Send again"}
      </Button>
    </>
  );
}

/** Opens the file that the service has mailed. */
export function OpenMdmcertAnswer() {
  const { say } = useNotices();
  const changed = useChanged();
  const [file, setFile] = useState<File>();
  const [text, setText] = useState("");
  const [error, setError] = useState<unknown>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      const answer = file === undefined ? text : await file.text();
      await api.PUT("/apns/mdmcert", { body: { answer } });
      setFile(undefined);
      setText("");
      say("The request is signed", "Download it and upload it at Apple.");
      await changed();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Form onSubmit={submit} aria-label="Answer of mdmcert.download" isWidthLimited>
      {error !== undefined && <Alert variant="danger" isInline component="p" title={reason(error)} />}
      <FileChoice
        id="mdmcert-file"
        label="The file that was mailed"
        file={file}
        onChoose={setFile}
        help="Such as mdm_signed_request.plist.b64.p7. Only this server can open it."
      />
      <FormGroup label="Or its text" fieldId="mdmcert-text">
        <TextArea
          id="mdmcert-text"
          className="console-code"
          value={text}
          onChange={(_event, value) => setText(value)}
          isDisabled={file !== undefined}
          rows={3}
          resizeOrientation="vertical"
        />
      </FormGroup>
      <ActionGroup>
        <Button type="submit" variant="secondary" isDisabled={file === undefined && text.trim() === ""}>
          Open it
        </Button>
      </ActionGroup>
    </Form>
  );
}
