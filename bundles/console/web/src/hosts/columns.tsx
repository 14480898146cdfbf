import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Schema } from "../api/client";
import { State } from "../parts/State";
import { mdmWord } from "../parts/states";
import { encryptionState, profilesState, updateState } from "../parts/hostStates";
import { ago } from "../parts/time";

export type Host = Schema<"Host">;

/** A column of the table. */
export interface Column {
  id: string;
  label: string;
  /** What the API sorts by, where it can. */
  orderKey?: string;
  /** Which columns of the file have the same. */
  report: string[];
  cell: (host: Host, search: string) => ReactNode;
  /** Shown to who has not chosen columns. */
  usual: boolean;
}

const STATUSES: Record<string, string> = { online: "Online", offline: "Offline", mia: "Not seen for long", new: "New" };

/** The first one is always shown. */
export const COLUMNS: Column[] = [
  {
    id: "name",
    report: ["display_name"],
    label: "Name",
    orderKey: "display_name",
    usual: true,
    cell: (host, search) => (
      <Link to={`/hosts/${host.id}${search}`} className="console-name">
        {host.display_name}
      </Link>
    ),
  },
  { id: "serial", report: ["hardware_serial"], label: "Serial number", orderKey: "hardware_serial", usual: true, cell: (host) => host.hardware_serial },
  {
    id: "mdm",
    report: ["mdm_enrollment_status"],
    label: "MDM",
    orderKey: "mdm.enrollment_status",
    usual: true,
    cell: (host) => <State word={mdmWord(host.mdm?.enrollment_status)} />,
  },
  { id: "team", report: ["team_name"], label: "Team", orderKey: "team_name", usual: true, cell: (host) => <span className="console-name">{host.team_name ?? "No team"}</span> },
  { id: "model", report: ["hardware_model_name", "hardware_model"], label: "Model", orderKey: "hardware_model", usual: false, cell: (host) => host.hardware_model_name || host.hardware_model },
  {
    id: "macos",
    report: ["os_version"],
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
  { id: "profiles", report: ["profiles_status"], label: "Profiles", usual: true, cell: (host) => <State word={profilesState(host)} /> },
  {
    id: "encryption",
    report: ["disk_encryption"],
    label: "Disk encryption",
    usual: true,
    cell: (host) => <State word={encryptionState(host)} />,
  },
  {
    id: "update",
    report: ["macos_update"],
    label: "macOS update",
    usual: false,
    cell: (host) => <State word={updateState(host)} />,
  },
  { id: "status", report: ["status"], label: "Status", usual: false, cell: (host) => STATUSES[host.status ?? ""] ?? host.status },
  { id: "server", report: ["mdm_server_url"], label: "MDM server", usual: false, cell: (host) => <span className="console-name">{host.mdm?.server_url ?? "None"}</span> },
  { id: "seen", report: ["seen_time"], label: "Last seen", orderKey: "seen_time", usual: true, cell: (host) => ago(host.seen_time) },
  { id: "added", report: ["created_at"], label: "Added", orderKey: "created_at", usual: false, cell: (host) => ago(host.created_at) },
  { id: "udid", report: ["uuid"], label: "UDID", usual: false, cell: (host) => <span className="console-code">{host.uuid}</span> },
];
