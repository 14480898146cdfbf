import { FileUpload, FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";

/** One file, by drag and drop or by button. */
export function FileChoice({
  id,
  label,
  file,
  onChoose,
  accept,
  help,
  isRequired = false,
}: {
  id: string;
  label: string;
  file: File | undefined;
  onChoose: (file: File | undefined) => void;
  /** Endings by media type, as browsers filter by them: { "application/x-pem-file": [".pem"] }. */
  accept?: Record<string, string[]>;
  help?: ReactNode;
  isRequired?: boolean;
}) {
  const [refused, setRefused] = useState(false);
  const choose = (chosen: File | undefined) => {
    setRefused(false);
    onChoose(chosen);
  };
  return (
    <FormGroup label={label} fieldId={`${id}-filename`} isRequired={isRequired}>
      <FileUpload
        id={id}
        value={file}
        filename={file?.name ?? ""}
        filenamePlaceholder="Drag a file here or choose one"
        filenameAriaLabel={label}
        browseButtonText="Choose"
        browseButtonAriaDescribedby={`${id}-filename`}
        hideDefaultPreview
        dropzoneProps={{ accept, onDropRejected: () => setRefused(true) }}
        onFileInputChange={(_event, chosen) => choose(chosen)}
        onClearClick={() => choose(undefined)}
      />
      <FormHelperText>
        <HelperText>
          {refused && <HelperTextItem variant="error">This is no such file.</HelperTextItem>}
          {help !== undefined && <HelperTextItem>{help}</HelperTextItem>}
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
