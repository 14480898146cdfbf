import { Alert, MultipleFileUpload, MultipleFileUploadMain } from "@patternfly/react-core";
import UploadIcon from "@patternfly/react-icons/dist/esm/icons/upload-icon";
import { type ComponentProps, useState } from "react";
import { plain } from "../../parts/plain";
import { dropped } from "./dropped";

const PROFILES = { "application/x-apple-aspen-config": [".mobileconfig"], "text/xml": [".xml"] };
const ZIPS = { "application/zip": [".zip"] };

type OnDrop = NonNullable<NonNullable<ComponentProps<typeof MultipleFileUpload>["dropzoneProps"]>["onDrop"]>;

/** Where profiles are dropped, by themselves or in folders, or chosen; says which files are none. */
export function ProfileDrop({
  title,
  info,
  zips = false,
  onFiles,
}: {
  title: string;
  info: string;
  /** Whether archives are taken as well. */
  zips?: boolean;
  onFiles: (files: File[]) => void;
}) {
  const [others, setOthers] = useState<string[]>([]);
  const drop: OnDrop = (accepted, rejected) => {
    const all = [...accepted, ...rejected.map(({ file }) => file)];
    const found = dropped(all, ...(zips ? [".zip"] : []));
    setOthers(found.others);
    if (found.profiles.length > 0) {
      onFiles(found.profiles);
    }
  };
  return (
    <>
      <MultipleFileUpload dropzoneProps={{ accept: zips ? { ...PROFILES, ...ZIPS } : PROFILES, onDrop: drop }}>
        <MultipleFileUploadMain
          titleIcon={<UploadIcon />}
          titleText={title}
          titleTextSeparator="or"
          infoText={info}
          browseButtonText="Choose files"
        />
      </MultipleFileUpload>
      {others.length > 0 && (
        <Alert variant="warning" isInline className="console-long" title={zips ? "Only files that end with .mobileconfig, .xml or .zip are taken" : "Only files that end with .mobileconfig or .xml are profiles"}>
          Left out: {others.map(plain).join(", ")}
          {others.some((name) => name.toLowerCase().endsWith(".json")) && ". Declarations, which end with .json, have a page of their own."}
        </Alert>
      )}
    </>
  );
}
