import { Button, EmptyState, EmptyStateBody } from "@patternfly/react-core";
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useSession } from "../../app/Session";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { CancelCommand } from "../actions/CancelCommand";
import { ShowResult } from "../actions/ShowResult";
import { type Host, nameOf } from "../Host";
import type { Told } from "../timeline";
import { commandWord } from "../words";
import { Steps } from "./Steps";

type Asking = { what: "cancel" | "result"; command: Told };

/** Commands for a Mac; each opens to its steps. */
export function CommandTable({ host, commands }: { host: Host; commands: Told[] }) {
  const { may } = useSession();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking>();
  const mayCancel = may("RUN_COMMANDS", host.team_id);
  const toggle = (uuid: string) => {
    const next = new Set(open);
    if (!next.delete(uuid)) next.add(uuid);
    setOpen(next);
  };
  const close = () => setAsking(undefined);
  return (
    <>
      {commands.length === 0 ? (
        <EmptyState titleText="No commands here" headingLevel="h2">
          <EmptyStateBody>None fits, or this Mac was sent none yet.</EmptyStateBody>
        </EmptyState>
      ) : (
        <Table aria-label={`Commands of ${nameOf(host)}`} variant="compact" gridBreakPoint="grid-lg">
          <Thead>
            <Tr>
              <Th screenReaderText="Steps" />
              <Th width={25}>Command</Th>
              <Th width={35}>Queued</Th>
              <Th>State</Th>
              <Th>Changed</Th>
              <Th screenReaderText="Actions" />
            </Tr>
          </Thead>
          {commands.map((command, index) => (
            <Row
              key={command.uuid}
              index={index}
              command={command}
              isOpen={open.has(command.uuid)}
              onToggle={() => toggle(command.uuid)}
              mayCancel={mayCancel}
              onAsk={(what) => setAsking({ what, command })}
            />
          ))}
        </Table>
      )}
      {asking?.what === "cancel" && <CancelCommand host={host} command={asking.command} onClose={close} />}
      {asking?.what === "result" && <ShowResult host={host} command={asking.command} onClose={close} />}
    </>
  );
}

function Row({
  index,
  command,
  isOpen,
  onToggle,
  mayCancel,
  onAsk,
}: {
  index: number;
  command: Told;
  isOpen: boolean;
  onToggle: () => void;
  mayCancel: boolean;
  onAsk: (what: Asking["what"]) => void;
}) {
  return (
    <Tbody isExpanded={isOpen}>
      <Tr>
        <Td
          expand={{ rowIndex: index, isExpanded: isOpen, onToggle, expandId: "steps" }}
          aria-label={`Steps of ${command.name}`}
        />
        <Td dataLabel="Command">{command.name}</Td>
        <Td dataLabel="Queued" modifier="breakWord">
          {time(command.queuedAt)}
          <div>
            {[command.by && `by ${command.by}`, command.reason].filter(Boolean).join(": ")}
          </div>
        </Td>
        <Td dataLabel="State">
          <State word={commandWord(command.status)} />
        </Td>
        <Td dataLabel="Changed">{time(command.changedAt)}</Td>
        <Td dataLabel="Actions" isActionCell>
          {command.open && mayCancel && (
            <Button
              variant="secondary"
              size="sm"
              aria-label={`Cancel ${command.name}`}
              onClick={() => onAsk("cancel")}
            >
              Cancel
            </Button>
          )}
          {command.answered && (
            <Button
              variant="secondary"
              size="sm"
              aria-label={`Result of ${command.name}`}
              onClick={() => onAsk("result")}
            >
              Result
            </Button>
          )}
        </Td>
      </Tr>
      <Tr isExpanded={isOpen}>
        <Td colSpan={6}>
          <ExpandableRowContent>
            <Steps command={command} />
          </ExpandableRowContent>
        </Td>
      </Tr>
    </Tbody>
  );
}
