import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { api } from "../api/client";
import { Confirm } from "../parts/Confirm";
import { useNotices } from "../parts/Notices";
import { MarkMany } from "./MarkMany";
import { type Mac, type Marks, state } from "./steps";

/** What can be said of a Mac of the board: each step that is open by one click. */
export function MacMarks({ mac, onRemoved }: { mac: Mac; onRemoved: () => void }) {
  const { say, complain } = useNotices();
  const [open, setOpen] = useState<"mark" | "remove">();
  const params = { path: { id: mac.host_id } };
  const mark = async (body: Marks, done: string) => {
    try {
      await api.PATCH("/migration/{id}", { params, body });
      say(done);
    } catch (error) {
      complain("It could not be marked", error);
    }
  };
  const remove = async () => {
    await api.DELETE("/migration/{id}", { params });
    say("Removed from the board");
    onRemoved();
  };
  const isThere = mac.archived_at === null;
  return (
    <div>
      {mac.left_old_mdm === null && state(mac, "left_old_mdm") === "open" && (
        <Button variant="secondary" onClick={() => void mark({ left_old_mdm: true }, "Marked as un-enrolled")}>
          Mark as un-enrolled from the old MDM
        </Button>
      )}{" "}
      {mac.user_told === null && state(mac, "user_told") === "open" && (
        <Button variant="secondary" onClick={() => void mark({ user_told: true }, "Marked as told")}>
          Mark user as told
        </Button>
      )}{" "}
      <Button variant="secondary" onClick={() => setOpen("mark")}>
        Mark
      </Button>{" "}
      <Button variant="secondary" onClick={() => void mark({ archived: isThere }, isThere ? "Archived" : "Back on the board")}>
        {isThere ? "Archive" : "Put back on the board"}
      </Button>{" "}
      <Button variant="link" isDanger onClick={() => setOpen("remove")}>
        Remove from the board
      </Button>
      {open === "mark" && <MarkMany hosts={[mac.host_id]} onClose={() => setOpen(undefined)} onDone={() => {}} />}
      {open === "remove" && (
        <Confirm title="Remove from the board" action="Remove" danger act={remove} onClose={() => setOpen(undefined)}>
          What was marked of this Mac is forgotten. The host stays.
        </Confirm>
      )}
    </div>
  );
}
