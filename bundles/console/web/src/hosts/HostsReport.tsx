import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { request } from "../api/client";
import { download } from "../parts/download";
import { useNotices } from "../parts/Notices";
import type { Column } from "./columns";
import { type HostSearch, ordered, wanted } from "./search";

/** Whatever is shown, the file says by its serial number which Mac a line is about. */
const named = (columns: Column[]) => [...new Set(["id", "hardware_serial", ...columns.flatMap((column) => column.report)])].join(",");

/** All hosts that match as a file for spreadsheets, in the order and with the columns of the page. */
export function HostsReport({ search, columns }: { search: HostSearch; columns: Column[] }) {
  const { complain } = useNotices();
  const [busy, setBusy] = useState(false);
  const report = async () => {
    setBusy(true);
    try {
      const parameters = new URLSearchParams({ ...wanted(search), ...ordered(search), columns: named(columns) });
      const answer = await request(`hosts/report?${parameters}`);
      download("hosts.csv", await answer.blob(), "text/csv");
    } catch (error) {
      complain("The file could not be made", error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="secondary" isDisabled={busy} isLoading={busy} onClick={() => void report()}>
      Download CSV
    </Button>
  );
}
