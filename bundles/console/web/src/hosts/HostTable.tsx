import { Checkbox } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Column, Host } from "./columns";
import type { HostSearch } from "./search";

/** A page of hosts. */
export function HostTable({
  hosts,
  columns,
  search,
  link,
  selected,
  onSelect,
  onSort,
}: {
  hosts: Host[];
  columns: Column[];
  search: HostSearch;
  /** What a link to a host has behind its address. */
  link: string;
  /** Empty where nothing can be done with a selection. */
  selected?: ReadonlySet<number>;
  onSelect: (ids: number[], isSelected: boolean) => void;
  onSort: (orderKey: string, descending: boolean) => void;
}) {
  const ids = hosts.map((host) => host.id);
  return (
    <Table aria-label="Hosts" variant="compact">
      <Thead>
        <Tr>
          {selected !== undefined && (
            <Th modifier="fitContent">
              <Checkbox
                id="select-page"
                aria-label="Select all of this page"
                isChecked={ids.every((id) => selected.has(id))}
                onChange={(_event, isSelected) => onSelect(ids, isSelected)}
              />
            </Th>
          )}
          {columns.map((column, index) => (
            <Th
              modifier="nowrap"
              key={column.id}
              width={index === 0 ? 20 : undefined}
              sort={
                column.orderKey === undefined
                  ? undefined
                  : {
                      columnIndex: index,
                      sortBy: {
                        index: columns.findIndex((some) => some.orderKey === search.orderKey),
                        direction: search.descending ? "desc" : "asc",
                      },
                      onSort: (_event, _index, direction) => onSort(column.orderKey ?? "id", direction === "desc"),
                    }
              }
            >
              {column.label}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {hosts.map((host) => (
          <Tr key={host.id}>
            {selected !== undefined && (
              <Td modifier="fitContent">
                <Checkbox
                  id={`select-${host.id}`}
                  aria-label={`Select ${host.display_name}`}
                  isChecked={selected.has(host.id)}
                  onChange={(_event, isSelected) => onSelect([host.id], isSelected)}
                />
              </Td>
            )}
            {columns.map((column) => (
              <Td key={column.id} dataLabel={column.label}>
                {column.cell(host, link)}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
