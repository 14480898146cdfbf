import { Button } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { type Mac, state, STEPS } from "./steps";
import { StepMark } from "./StepMark";

/** A row for each Mac, a column for each step. */
export function Board({
  macs,
  chosen,
  choose,
  show,
  selectable,
}: {
  macs: Mac[];
  chosen: Set<number>;
  choose: (chosen: Set<number>) => void;
  show: (host: number) => void;
  selectable: boolean;
}) {
  const all = macs.length > 0 && macs.every((mac) => chosen.has(mac.host_id));
  const toggle = (host: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) {
      next.add(host);
    } else {
      next.delete(host);
    }
    choose(next);
  };
  return (
    <Table aria-label="Macs that come from another MDM" variant="compact">
      <Thead>
        <Tr>
          {selectable && (
            <Th
              aria-label="Choose all of this page"
              select={{
                isSelected: all,
                onSelect: (_event, on) => choose(new Set(on ? macs.map((mac) => mac.host_id) : [])),
              }}
            />
          )}
          <Th width={15}>Mac</Th>
          <Th width={10}>Old MDM</Th>
          {STEPS.map((step) => (
            <Th key={step.name} modifier="wrap">
              {step.label}
            </Th>
          ))}
          <Th width={20}>Next</Th>
        </Tr>
      </Thead>
      <Tbody>
        {macs.map((mac, index) => (
          <Tr key={mac.host_id}>
            {selectable && (
              <Td
                select={{
                  rowIndex: index,
                  isSelected: chosen.has(mac.host_id),
                  onSelect: (_event, on) => toggle(mac.host_id, on),
                }}
              />
            )}
            <Td dataLabel="Mac" modifier="breakWord">
              <Button variant="link" isInline onClick={() => show(mac.host_id)}>
                <bdi>{mac.display_name}</bdi>
              </Button>
              {mac.display_name !== mac.serial_number && <div>{mac.serial_number}</div>}
            </Td>
            <Td dataLabel="Old MDM" modifier="breakWord">
              <bdi>{mac.old_mdm === "" ? "Not known" : mac.old_mdm}</bdi>
            </Td>
            {STEPS.map((step) => (
              <Td key={step.name} dataLabel={step.label} modifier="fitContent">
                <StepMark state={state(mac, step.name)} />
              </Td>
            ))}
            <Td dataLabel="Next" modifier="breakWord">
              {mac.next}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
