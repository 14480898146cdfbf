import { Button, Content, Label, LabelGroup } from "@patternfly/react-core";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { useSession } from "../../app/Session";
import { Rows } from "../../parts/Rows";
import { size } from "../../parts/size";
import { time } from "../../parts/time";
import { ScheduleUpdate } from "../actions/ScheduleUpdate";
import { type Host, isOn } from "../Host";

/** What a Mac says that it could install. */
export function AvailableUpdates({ host, updates }: { host: Host; updates: Schema<"OsUpdates"> }) {
  const { may } = useSession();
  const [chosen, setChosen] = useState<Schema<"AvailableOsUpdate">>();
  if (!updates.available_at) {
    return "The Mac was not asked yet, or has not answered. Have it look for updates.";
  }
  const available = updates.available ?? [];
  if (available.length === 0) {
    return `The Mac found none, ${time(updates.available_at)}.`;
  }
  const mayInstall = may("RUN_COMMANDS", host.team_id) && isOn(host);
  return (
    <>
      <Content component="p">As the Mac said {time(updates.available_at)}.</Content>
      <Rows
        label="Updates that the Mac found"
        gridBreakPoint="grid-lg"
        of={available}
        by={(update) => update.product_key}
        columns={[
          {
            name: "Update",
            long: true,
            cell: (update) => (
              <>
                {update.name}
                <div className="console-code">{update.product_key}</div>
              </>
            ),
          },
          { name: "Version", cell: ({ version, build }) => (build ? `${version} (${build})` : version) },
          { name: "Download", cell: (update) => size(update.size) },
          { name: "What it does", cell: (update) => <Traits update={update} /> },
          {
            name: "Actions",
            actions: true,
            cell: (update) =>
              mayInstall && (
                <Button variant="secondary" size="sm" aria-label={`Install ${update.name}`} onClick={() => setChosen(update)}>
                  Install
                </Button>
              ),
          },
        ]}
      />
      {chosen !== undefined && (
        <ScheduleUpdate host={host} product={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}

function Traits({ update }: { update: Schema<"AvailableOsUpdate"> }) {
  const traits = [
    update.major && "major version",
    update.critical && "critical",
    update.restart_required && "restarts",
    update.deferrable && "can be put off",
  ].filter((trait) => typeof trait === "string");
  return (
    <LabelGroup aria-label={`What ${update.name} does`}>
      {traits.map((trait) => (
        <Label key={trait} isCompact>
          {trait}
        </Label>
      ))}
    </LabelGroup>
  );
}
