import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Schema } from "../api/client";
import { State } from "../parts/State";
import { encryptionWord, mdmWord, updateWord } from "../parts/states";
import { ago } from "../parts/time";

export type Host = Schema<"Host">;

/** A column of the table. */
export interface Column {
  id: string;
  label: string;
  /** What the API sorts by, where it can. */
  orderKey?: string;
  cell: (host: Host, search: string) => ReactNode;
  /** Shown to who has not chosen columns. */
  usual: boolean;
}

/** The first one is always shown. */
export const COLUMNS: Column[] = [
  {
    id: "name",
    label: "Name",
    orderKey: "display_name",
    usual: true,
    cell: (host, search) => (
      <Link to={`/hosts/${host.id}${search}`} className="console-long">
        {host.display_name}
      </Link>
    ),
  },
  { id: "serial", label: "Serial number", orderKey: "hardware_serial", usual: true, cell: (host) => host.hardware_serial },
  {
    id: "mdm",
    label: "MDM",
    orderKey: "mdm.enrollment_status",
    usual: true,
    cell: (host) => <State word={mdmWord(host.mdm?.enrollment_status)} />,
  },
  { id: "team", label: "Team", orderKey: "team_name", usual: true, cell: (host) => <span className="console-long">{host.team_name ?? "No team"}</span> },
  { id: "model", label: "Model", orderKey: "hardware_model", usual: false, cell: (host) => host.hardware_model_name || host.hardware_model },
  {
    id: "macos",
    label: "macOS",
    orderKey: "os_version",
    usual: true,
    cell: (host) =>
      host.os_supported ? (
        host.os_version
      ) : (
        <>
          <ExclamationTriangleIcon aria-hidden /> {host.os_version} (not supported)
        </>
      ),
  },
  {
    id: "encryption",
    label: "Disk encryption",
    usual: true,
    cell: (host) => {
      const status = host.mdm?.os_settings?.disk_encryption?.status;
      return typeof status === "string" ? <State word={encryptionWord(status)} /> : "Not required";
    },
  },
  {
    id: "update",
    label: "macOS update",
    usual: false,
    cell: (host) => {
      const state = host.mdm?.macos_update?.state;
      return state === undefined ? "Not required" : <State word={updateWord(state)} />;
    },
  },
  { id: "seen", label: "Last seen", orderKey: "seen_time", usual: true, cell: (host) => ago(host.seen_time) },
  { id: "added", label: "Added", orderKey: "created_at", usual: false, cell: (host) => ago(host.created_at) },
  { id: "udid", label: "UDID", usual: false, cell: (host) => <span className="console-code">{host.uuid}</span> },
];
