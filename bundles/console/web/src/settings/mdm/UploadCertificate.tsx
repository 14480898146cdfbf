import { useState } from "react";
import { request } from "../../api/client";
import { Field } from "../../parts/Field";
import { FileChoice } from "../../parts/FileChoice";
import { LoadForm } from "./LoadForm";

/** What Apple issued for a request of this server. */
export function UploadCertificate({ appleId: noted, onLoaded }: { appleId: string; onLoaded: () => void }) {
  const [file, setFile] = useState<File>();
  const [typed, setTyped] = useState<string>();
  const appleId = typed ?? noted;

  const load = (givenUp?: string) => {
    const form = new FormData();
    form.set("certificate", file ?? "");
    form.set("apple_id", appleId);
    if (givenUp !== undefined) {
      form.set("force", "true");
      form.set("topic", givenUp);
    }
    return request("mdm/apple/apns_certificate", { method: "POST", body: form });
  };
  const loaded = () => {
    setFile(undefined);
    setTyped(undefined);
    onLoaded();
  };
  return (
    <LoadForm label="Upload certificate" ready={file !== undefined} load={load} onLoaded={loaded}>
      <FileChoice
        id="push-certificate"
        label="Certificate from Apple"
        file={file}
        onChoose={setFile}
        help="The file that you download, such as MDM_Example_Certificate.pem."
        isRequired
      />
      <Field
        id="upload-apple-id"
        label="Apple ID"
        value={appleId}
        onChange={setTyped}
        help="The one you are signed in with at Apple. You need the same one a year from now."
      />
    </LoadForm>
  );
}
