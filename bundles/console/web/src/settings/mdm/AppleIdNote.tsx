import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

/** With which Apple ID the certificate is renewed, as somebody noted it. */
export function AppleIdNote({ appleId }: { appleId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {appleId === "" ? "Not noted. " : `${appleId} `}
      <Button variant="link" isInline onClick={() => setOpen(true)}>
        {appleId === "" ? "Note it" : "Correct it"}
      </Button>
      {open && <Edit appleId={appleId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Edit({ appleId, onClose }: { appleId: string; onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const [text, setText] = useState(appleId);
  return (
    <Confirm
      title="Apple ID of the push certificate"
      action="Save"
      act={async () => {
        await api.PATCH("/apns", { body: { apple_id: text.trim() } });
        say("The Apple ID is noted");
        await changed();
      }}
      onClose={onClose}
    >
      <Field
        id="apple-id"
        label="Apple ID"
        value={text}
        onChange={setText}
        autoComplete="off"
        help="A note for who renews the certificate next year; nothing is sent to Apple. Empty forgets it."
      />
    </Confirm>
  );
}
