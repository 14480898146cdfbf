import { useState } from "react";
import { api } from "../api/client";
import { Confirm } from "../parts/Confirm";
import { macs } from "../parts/macs";
import { useNotices } from "../parts/Notices";
import { MarkForm } from "./MarkForm";
import type { Marks } from "./steps";

interface Chosen {
  hosts: number[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks what is to be said of these Macs, and says it. */
export function MarkMany({ hosts, onClose, onDone }: Chosen) {
  const [marks, setMarks] = useState<Marks>({});
  const mark = useMark({ hosts, onDone });
  return (
    <Confirm
      title={`Mark ${macs(hosts.length)}`}
      action="Mark"
      ready={Object.keys(marks).length > 0}
      act={() => mark(marks, "marked")}
      onClose={onClose}
    >
      <MarkForm marks={marks} change={setMarks} />
    </Confirm>
  );
}

/** Asks whether these Macs are to leave the board as done. */
export function ArchiveMany({ hosts, onClose, onDone }: Chosen) {
  const mark = useMark({ hosts, onDone });
  return (
    <Confirm title={`Archive ${macs(hosts.length)}`} action="Archive" act={() => mark({ archived: true }, "archived")} onClose={onClose}>
      They leave the board. The hosts and what was marked stay; choose Archived to see them again.
    </Confirm>
  );
}

function useMark({ hosts, onDone }: Omit<Chosen, "onClose">) {
  const { say } = useNotices();
  return async (marks: Marks, done: string) => {
    const { data } = await api.POST("/migration/marks", { body: { hosts, marks } });
    say(`${macs(data?.changed ?? 0)} ${done}`);
    onDone();
  };
}
