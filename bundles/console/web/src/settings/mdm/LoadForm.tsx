import { ActionGroup, Alert, Button, Form } from "@patternfly/react-core";
import { type FormEvent, type ReactNode, useState } from "react";
import { ApiError } from "../../api/client";
import { reason, useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";
import { WrongTopic } from "./WrongTopic";

/** Loads a push certificate; one with another topic only after a question. */
export function LoadForm({
  label,
  ready,
  load,
  onLoaded,
  children,
}: {
  label: string;
  ready: boolean;
  /** With a topic by force: the one that is given up. */
  load: (givenUp?: string) => Promise<unknown>;
  onLoaded: () => void;
  children: ReactNode;
}) {
  const { say } = useNotices();
  const changed = useChanged();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [otherTopic, setOtherTopic] = useState<string>();

  const done = async () => {
    say("The push certificate is in use", "MDM is on.");
    onLoaded();
    await changed();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await load();
      await done();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const isOtherTopic = error instanceof ApiError && error.code === "apns.other_topic";
  return (
    <>
      <Form onSubmit={submit} aria-label={label} isWidthLimited>
        {error !== undefined && (
          <Alert
            variant="danger"
            isInline
            component="p"
            title={isOtherTopic ? "This certificate has another topic" : reason(error)}
            actionLinks={
              isOtherTopic && (
                <Button variant="link" isInline isDanger onClick={() => setOtherTopic(reason(error))}>
                  Load it all the same …
                </Button>
              )
            }
          >
            {isOtherTopic && reason(error)}
          </Alert>
        )}
        {children}
        <ActionGroup>
          <Button type="submit" isDisabled={!ready || busy} isLoading={busy}>
            {label}
          </Button>
        </ActionGroup>
      </Form>
      {otherTopic !== undefined && (
        <WrongTopic
          refusal={otherTopic}
          act={async (topic) => {
            await load(topic);
            setError(undefined);
            await done();
          }}
          onClose={() => setOtherTopic(undefined)}
        />
      )}
    </>
  );
}
