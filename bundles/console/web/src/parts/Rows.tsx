import { Table, type TableProps, Tbody, Td, Th, Thead, type ThProps, Tr } from "@patternfly/react-table";
import type { Key, ReactNode } from "react";

export interface Column<Item> {
  /** Above the cells; beside each of them where the screen is narrow. */
  name: string;
  cell: (item: Item) => ReactNode;
  /** Whether there may be words in it that do not fit. */
  long?: boolean;
  /** Of buttons and the like: the name is for who hears the page. */
  actions?: boolean;
  width?: ThProps["width"];
}

/** A table: a row for each of these. */
export function Rows<Item>({
  label,
  of,
  by,
  columns,
  gridBreakPoint,
}: {
  label: string;
  of: Item[];
  /** By what a row is known. */
  by: (item: Item) => Key;
  columns: Column<Item>[];
  gridBreakPoint?: TableProps["gridBreakPoint"];
}) {
  return (
    <Table aria-label={label} variant="compact" gridBreakPoint={gridBreakPoint}>
      <Thead>
        <Tr>
          {columns.map(({ name, actions, width }) =>
            actions ? (
              <Th key={name} screenReaderText={name} />
            ) : (
              <Th key={name} width={width} modifier="wrap">
                {name}
              </Th>
            ),
          )}
        </Tr>
      </Thead>
      <Tbody>
        {of.map((item) => (
          <Tr key={by(item)}>
            {columns.map(({ name, cell, long, actions }) => (
              <Td key={name} dataLabel={name} modifier={long ? "breakWord" : undefined} isActionCell={actions}>
                {cell(item)}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
