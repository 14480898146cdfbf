import { ActionGroup, Alert, Button, Card, CardBody, CardTitle, ClipboardCopy, Content, Form, Stack, StackItem } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { verify, type Verification as Answer } from "../../activity/verify";
import { Field } from "../../parts/Field";
import { reason } from "../../parts/Notices";

/** Whether all activities are there, as they were written. */
export function Verification() {
  const [noted, setNoted] = useState("");
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const [error, setError] = useState<unknown>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    setAnswer(undefined);
    try {
      await verify(noted.trim(), setAnswer);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card component="section">
      <CardTitle component="h2">Verify the activities</CardTitle>
      <CardBody>
        <Stack hasGutter>
          <StackItem>
            <Content component="p">
              Every activity is chained to the one before it, so that a change, a gap or another order is found. Keep the
              end of the chain elsewhere from time to time, and give it back here: it is missed when it is gone.
            </Content>
          </StackItem>
          <StackItem>
            <Form onSubmit={submit} aria-label="Verify the activities" isWidthLimited>
              <Field id="noted" label="An end that you have kept" value={noted} onChange={setNoted} autoComplete="off" placeholder="position:hash" />
              <ActionGroup>
                <Button type="submit" variant="secondary" isDisabled={busy} isLoading={busy}>
                  Verify all activities
                </Button>
              </ActionGroup>
            </Form>
          </StackItem>
          <StackItem aria-live="polite">
            {error !== undefined && <Alert isInline component="p" variant="danger" title={reason(error)} />}
            {answer !== undefined && <Result answer={answer} busy={busy} />}
          </StackItem>
        </Stack>
      </CardBody>
    </Card>
  );
}

function Result({ answer, busy }: { answer: Answer; busy: boolean }) {
  if (!answer.intact) {
    return (
      <Alert isInline component="p" variant="danger" title="The activities are not as they were written" className="console-long">
        {answer.fault === null ? "" : `Position ${answer.fault.position}: ${answer.fault.message}`}
      </Alert>
    );
  }
  if (!answer.complete) {
    return (
      <Alert isInline component="p" variant="info" title={`As they were written up to position ${answer.verified_to}.`}>
        {busy ? "Going on …" : "The end was not reached."}
      </Alert>
    );
  }
  return (
    <>
      <Alert isInline component="p" variant="success" title={`All ${answer.verified_to} activities are as they were written.`} />
      <Content component="p">The end of the chain:</Content>
      <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="End of the chain">
        {answer.head}
      </ClipboardCopy>
    </>
  );
}
