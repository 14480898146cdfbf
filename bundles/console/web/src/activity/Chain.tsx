import { Alert, Button, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { useNotices } from "../parts/Notices";
import { verify, type Verification } from "./verify";

/** Whether all rows of the feed are there as they were written; asked for by who wants to know. */
export function Chain() {
  const { complain } = useNotices();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Verification>();
  const ask = async () => {
    setBusy(true);
    try {
      setFound(await verify());
    } catch (error) {
      complain("The feed could not be checked", error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack hasGutter>
      <StackItem>
        <Button variant="secondary" onClick={() => void ask()} isLoading={busy} isDisabled={busy}>
          Check that nothing was changed
        </Button>
      </StackItem>
      {found !== undefined && <Verdict found={found} />}
    </Stack>
  );
}

function Verdict({ found }: { found: Verification }) {
  return found.intact ? (
    <Alert variant="success" isInline title={`All ${found.verified_to} rows are as they were written`}>
      To prove later that none was cut off the end, note this elsewhere:{" "}
      <span className="console-code">{found.head}</span>
    </Alert>
  ) : (
    <Alert variant="danger" isInline title={`The feed was changed at position ${found.fault?.position ?? 0}`}>
      {found.fault?.message}
    </Alert>
  );
}
