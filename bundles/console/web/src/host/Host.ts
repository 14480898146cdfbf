import type { Schema } from "../api/client";

export type Host = Schema<"Host">;

/** Whether this server manages the Mac, so that commands reach it. */
export const isOn = (host: Host) => (host.mdm?.enrollment_status ?? "").startsWith("On");

const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Without the marks by which a name would turn the rest of a sentence around. */
export const plain = (text: string) => text.replace(DIRECTION, "");

/** What people call the Mac. */
export const nameOf = (host: Host) =>
  plain(host.display_name ?? "") || host.hardware_serial || `Host ${host.id}`;
