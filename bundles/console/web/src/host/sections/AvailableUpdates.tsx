import { Button, Content, Label, LabelGroup } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import type { Schema } from "../../api/client";
import { useSession } from "../../app/Session";
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
      <Table aria-label="Updates that the Mac found" variant="compact" gridBreakPoint="grid-lg">
        <Thead>
          <Tr>
            <Th>Update</Th>
            <Th>Version</Th>
            <Th>Download</Th>
            <Th>What it does</Th>
            <Th screenReaderText="Actions" />
          </Tr>
        </Thead>
        <Tbody>
          {available.map((update) => (
            <Tr key={update.product_key}>
              <Td dataLabel="Update" modifier="breakWord">
                {update.name}
                <div className="console-code">{update.product_key}</div>
              </Td>
              <Td dataLabel="Version">
                {update.version} {update.build && `(${update.build})`}
              </Td>
              <Td dataLabel="Download">{size(update.size)}</Td>
              <Td dataLabel="What it does">
                <Traits update={update} />
              </Td>
              <Td dataLabel="Actions" isActionCell>
                {mayInstall && (
                  <Button
                    variant="secondary"
                    size="sm"
                    aria-label={`Install ${update.name}`}
                    onClick={() => setChosen(update)}
                  >
                    Install
                  </Button>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
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
