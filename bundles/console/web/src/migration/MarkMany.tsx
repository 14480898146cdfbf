import { useState } from "react";
import { api } from "../api/client";
import { Confirm } from "../parts/Confirm";
import { macs } from "../parts/macs";
import { useNotices } from "../parts/Notices";
import { MarkForm } from "./MarkForm";
import type { Marks } from "./steps";

/** Asks what is to be said of these Macs, and says it. */
export function MarkMany({
  hosts,
  onClose,
  onDone,
}: {
  hosts: number[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { say } = useNotices();
  const [marks, setMarks] = useState<Marks>({});
  const act = async () => {
    const { data } = await api.POST("/migration/marks", { body: { hosts, marks } });
    say(`${macs(data?.changed ?? 0)} marked`);
    onDone();
  };
  return (
    <Confirm
      title={`Mark ${macs(hosts.length)}`}
      action="Mark"
      ready={Object.keys(marks).length > 0}
      act={act}
      onClose={onClose}
    >
      <MarkForm marks={marks} change={setMarks} />
    </Confirm>
  );
}

/** Asks whether these Macs are to leave the board as done. */
export function ArchiveMany({
  hosts,
  onClose,
  onDone,
}: {
  hosts: number[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { say } = useNotices();
  const act = async () => {
    const { data } = await api.POST("/migration/marks", { body: { hosts, marks: { archived: true } } });
    say(`${macs(data?.changed ?? 0)} archived`);
    onDone();
  };
  return (
    <Confirm title={`Archive ${macs(hosts.length)}`} action="Archive" act={act} onClose={onClose}>
      They leave the board. The hosts and what was marked stay; choose Archived to see them again.
    </Confirm>
  );
}
