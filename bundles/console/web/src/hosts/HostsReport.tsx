import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { request } from "../api/client";
import { download } from "../parts/download";
import { useNotices } from "../parts/Notices";
import { type HostSearch, ordered, wanted } from "./search";

/** All hosts that match as a file for spreadsheets, in the order of the page. */
export function HostsReport({ search }: { search: HostSearch }) {
  const { complain } = useNotices();
  const [busy, setBusy] = useState(false);
  const report = async () => {
    setBusy(true);
    try {
      const parameters = new URLSearchParams({ ...wanted(search), ...ordered(search) });
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
