import type { Schema } from "../api/client";
import { plain } from "../parts/plain";

export type Host = Schema<"Host">;

/** Whether this server manages the Mac, so that commands reach it. */
export const isOn = (host: Host) => (host.mdm?.enrollment_status ?? "").startsWith("On");

/** What people call the Mac. */
export const nameOf = (host: Host) =>
  plain(host.display_name ?? "") || host.hardware_serial || `Host ${host.id}`;
