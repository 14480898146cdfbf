import { Alert, Content } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";
import { macs } from "../../parts/macs";
import { isPast } from "./deadline";
import { all, below, isVersion } from "./versions";

/** Which macOS the Macs of a team must have by when. */
export function EditPolicy({ team, summary, onClose }: { team: number; summary: Schema<"MacosUpdatesSummary">; onClose: () => void }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const policy = summary.macos_updates;
  const [version, setVersion] = useState(policy.minimum_version);
  const [day, setDay] = useState(policy.deadline);
  const [clock, setClock] = useState(policy.deadline_time);
  const [zone, setZone] = useState(policy.time_zone);
  const save = async () => {
    const { data } = await api.PATCH("/macos_updates", {
      body: { team_id: team, minimum_version: version, deadline: day, deadline_time: clock, time_zone: zone },
    });
    await client.invalidateQueries();
    say(`macOS ${version} is required.`, data?.warnings.join(" "));
  };
  const known = isVersion(version);
  return (
    <Confirm title="Require a macOS" action="Save" ready={known && day !== ""} act={save} onClose={onClose}>
      {isPast(day) && <Alert variant="warning" isInline title="This day has passed: Macs below the version are asked to update at once." />}
      <Field id="version" label="Minimum version" value={version} onChange={setVersion} placeholder="15.1" help="As Apple writes it. Macs that have it or a later one have nothing to do." isRequired />
      <Field id="deadline" label="Deadline" type="date" value={day} onChange={setDay} isRequired />
      <Field id="time" label="Time of day" type="time" value={clock} onChange={setClock} help="20:00 when it is left empty." />
      <Field id="zone" label="Time zone" value={zone} onChange={setZone} placeholder="Europe/Berlin" help="The organization's when it is left empty. From macOS 14 on, the time on each Mac's own clock counts." />
      <Content component="p">From macOS 14 on, macOS itself reminds and updates by then. Below it, Nudge asks the person.</Content>
      {known && (
        <Content component="p" aria-live="polite">
          {`${macs(below(summary.versions, version))} of ${all(summary.versions)} run something older and are asked to update.`}
        </Content>
      )}
    </Confirm>
  );
}
