import { Progress, ProgressMeasureLocation } from "@patternfly/react-core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { upload } from "../api/upload";
import { Confirm } from "../parts/Confirm";
import { FileChoice } from "../parts/FileChoice";
import { size } from "../parts/size";

/** Asks for a file and sends it, saying how far it is. Who closes it meanwhile stops it. */
export function UploadFile({
  title,
  label,
  path,
  field,
  team,
  accept,
  done,
  onClose,
  children,
}: {
  title: string;
  label: string;
  /** Of the API. */
  path: string;
  /** As which the API takes the file. */
  field: string;
  /** For the file of one team. */
  team?: number;
  accept: Record<string, string[]>;
  /** Called when the server has taken it. */
  done: () => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}) {
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState<number>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const send = async () => {
    if (file === undefined) {
      return;
    }
    const form = new FormData();
    if (team !== undefined) {
      form.set("team_id", String(team));
    }
    form.set(field, file);
    stop.current = new AbortController();
    setShare(0);
    try {
      await upload(path, form, setShare, stop.current.signal);
    } finally {
      setShare(undefined);
    }
    await done();
  };
  return (
    <Confirm title={title} action="Upload" ready={file !== undefined} act={send} onClose={onClose}>
      {children}
      <FileChoice id="upload" label={label} file={file} onChoose={setFile} accept={accept} help={file === undefined ? undefined : size(file.size)} isRequired />
      {share !== undefined && (
        <Progress
          value={Math.round(share * 100)}
          title={share < 1 ? "Sending" : "Sent; the server is looking at it"}
          measureLocation={ProgressMeasureLocation.outside}
        />
      )}
    </Confirm>
  );
}
