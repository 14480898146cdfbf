import { Content } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client";
import { MarkForm } from "../migration/MarkForm";
import type { Marks } from "../migration/steps";
import { Confirm } from "../parts/Confirm";
import { macs } from "../parts/macs";
import { useNotices } from "../parts/Notices";
import { portions } from "./portions";

/** Puts Macs on the migration board, with what is known of all of them. */
export function MigrateHosts({ hosts, onDone, onClose }: { hosts: number[]; onDone: () => void; onClose: () => void }) {
  const { say } = useNotices();
  const client = useQueryClient();
  const [marks, setMarks] = useState<Marks>({});
  const put = async () => {
    let there = 0;
    for (const some of portions(hosts)) {
      const { data } = await api.POST("/migration", { body: { hosts: some, marks: { ...marks, archived: false } } });
      there += data?.changed ?? 0;
    }
    await client.invalidateQueries();
    say(`On the migration board: ${macs(there)}`, "Migration shows how far each is, and what is next for it.");
    onDone();
  };
  return (
    <Confirm title={`Add ${macs(hosts.length)} to migration`} action="Add" act={put} onClose={onClose}>
      <Content component="p">
        The migration board shows how far each Mac is that comes from another MDM. Nothing changes on the Macs. What you
        say here counts for all that are selected.
      </Content>
      <MarkForm marks={marks} change={setMarks} />
    </Confirm>
  );
}
