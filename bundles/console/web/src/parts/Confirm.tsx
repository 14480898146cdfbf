import { Alert, Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { reason } from "./Notices";

/**
 * Asks before something is done, or for what it needs. Stays open with the reason when it could not
 * be done; `act` closes it by succeeding.
 */
export function Confirm({
  title,
  action,
  danger = false,
  ready = true,
  variant = "small",
  act,
  onClose,
  children,
}: {
  title: string;
  /** What the button says. */
  action: string;
  danger?: boolean;
  /** Whether everything that is needed has been given. */
  ready?: boolean;
  /** How wide it is. */
  variant?: "small" | "medium" | "large";
  act: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async () => {
    if (!ready || busy) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await act();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal isOpen onClose={onClose} variant={variant} aria-label={title}>
      <ModalHeader title={title} />
      <ModalBody>
        <Form
          id="confirm"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
          {children}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form="confirm"
          variant={danger ? "danger" : "primary"}
          isDisabled={!ready || busy}
          isLoading={busy}
        >
          {action}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
