import { Alert, Button, ClipboardCopy, Modal, ModalBody, ModalFooter, ModalHeader } from "@patternfly/react-core";
import type { ReactNode } from "react";

/** A secret that cannot be seen again once this is closed. */
export function ShownOnce({
  title,
  label,
  secret,
  onClose,
  children,
}: {
  title: string;
  label: string;
  secret: string;
  onClose: () => void;
  children?: ReactNode;
}) {
  return (
    <Modal isOpen variant="small" aria-label={title} onClose={onClose}>
      <ModalHeader title={title} />
      <ModalBody>
        <Alert isInline isPlain variant="warning" title="It is shown only now. Copy it before you close this." />
        {children}
        <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel={label}>
          {secret}
        </ClipboardCopy>
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>I have copied it</Button>
      </ModalFooter>
    </Modal>
  );
}
