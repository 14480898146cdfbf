import {
  Alert,
  Button,
  ClipboardCopy,
  Form,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { reason } from "./Notices";

/**
 * Asks before a secret is shown, then shows it with a button that copies it. The secret is in this
 * component only, and gone with it.
 */
export function Reveal({
  title,
  action,
  label,
  danger = false,
  fetch,
  onClose,
  children,
  after,
}: {
  title: string;
  /** What the button says. */
  action: string;
  /** What the secret is called. */
  label: string;
  danger?: boolean;
  fetch: () => Promise<string>;
  onClose: () => void;
  children: ReactNode;
  /** To be read beside the secret. */
  after?: ReactNode;
}) {
  const [secret, setSecret] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const show = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setSecret(await fetch());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const heading = secret === undefined ? title : label;
  return (
    <Modal isOpen onClose={onClose} variant="small" aria-label={heading}>
      <ModalHeader title={heading} />
      <ModalBody>
        <Form
          id="reveal"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy && secret === undefined) void show();
          }}
        >
          {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
          {secret === undefined ? (
            children
          ) : (
            <>
              <ClipboardCopy isReadOnly isCode hoverTip="Copy" clickTip="Copied" textAriaLabel={label}>
                {secret}
              </ClipboardCopy>
              {after}
            </>
          )}
        </Form>
      </ModalBody>
      <ModalFooter>
        {secret === undefined && (
          <Button
            type="submit"
            form="reveal"
            variant={danger ? "danger" : "primary"}
            isDisabled={busy}
            isLoading={busy}
          >
            {action}
          </Button>
        )}
        <Button variant={secret === undefined ? "link" : "primary"} onClick={onClose}>
          {secret === undefined ? "Cancel" : "Done"}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
