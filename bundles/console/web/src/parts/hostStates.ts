import { type Host, isOn } from "../host/Host";
import { encryptionWord, profileWord, updateWord } from "./states";
import type { Word } from "./Word";

const UNKNOWN: Word = { text: "Not known", tone: "grey" };
const NONE: Word = { text: "None", tone: "grey" };
const NOT_REQUIRED: Word = { text: "Not required", tone: "grey" };

/** How far disk encryption is; of a Mac that MDM does not reach nothing is known. */
export function encryptionState(host: Host): Word {
  const status = host.mdm?.os_settings?.disk_encryption?.status;
  if (typeof status === "string") return encryptionWord(status);
  return isOn(host) ? NOT_REQUIRED : UNKNOWN;
}

/** The worst of its profiles. */
export function profilesState(host: Host): Word {
  const status = host.mdm?.profiles_status;
  if (typeof status === "string") return profileWord(status);
  return isOn(host) ? NONE : UNKNOWN;
}

/** How far a required macOS is. */
export function updateState(host: Host): Word {
  const state = host.mdm?.macos_update?.state;
  if (!isOn(host)) return UNKNOWN;
  return state === undefined ? NOT_REQUIRED : updateWord(state);
}
