import type { Schema } from "../api/client";
import { profileWord } from "../parts/states";
import { lookup, type Word, word } from "../parts/Word";

const removed = word("Removing", "blue");

/** How far a profile is; one that is to go is told apart. */
export function profileState(profile: { status?: string; operation_type?: string }): Word {
  return profile.operation_type === "remove" && profile.status !== "failed"
    ? removed
    : profileWord(profile.status);
}

const ENFORCERS: Record<string, string> = {
  declaration: "A declaration: macOS reminds the person and installs it at the deadline",
  nudge: "Nudge: a window asks the person to install it",
  none: "Nothing",
};

/** By what means an update is brought about. */
export const enforcerText = (by: string | null | undefined) => ENFORCERS[by ?? ""] ?? by ?? "Nothing";

const SCHEDULED: Record<string, Word> = {
  pending: word("Waiting for the Mac", "blue"),
  scheduled: word("Scheduled", "blue"),
  idle: word("Not begun", "blue"),
  downloading: word("Downloading", "blue"),
  installing: word("Installing", "blue"),
  installed: word("Installed", "green"),
  failed: word("Failed", "red"),
  downloadfailed: word("The download failed", "red"),
  downloadinsufficientspace: word("Too little space to download it", "red"),
  downloadinsufficientpower: word("Too little power to download it", "orange"),
  downloadinsufficientnetwork: word("The network is too weak to download it", "orange"),
  downloadrequirescomputer: word("It needs another Mac to download it", "orange"),
  installinsufficientspace: word("Too little space to install it", "red"),
  installinsufficientpower: word("Too little power to install it", "orange"),
  installphonecallinprogress: word("It waits for a call to end", "blue"),
  installfailed: word("The installation failed", "red"),
};

/** How far an ordered update is. */
export const scheduledWord = lookup(SCHEDULED);

export const bootstrapWord = lookup({
  installed: word("Installed", "green"),
  pending: word("Pending", "blue"),
  failed: word("Failed", "red"),
});

const WAYS: Record<string, string> = {
  Default: "Download, then ask the person to install",
  DownloadOnly: "Download only",
  NotifyOnly: "Tell the person only",
  InstallLater: "Install at night",
  InstallASAP: "Install as soon as possible",
  InstallForceRestart: "Install and restart",
};

/** How an update is brought about. */
export const installText = (action: string | null | undefined) => WAYS[action ?? ""] ?? action ?? "";

/** What became of a command, or how far it is. */
export const commandWord = lookup({
  Pending: word("Pending", "blue"),
  NotNow: word("Not now", "blue"),
  Acknowledged: word("Acknowledged", "green"),
  Error: word("Error", "red"),
  CommandFormatError: word("Not understood", "red"),
  Cancelled: word("Cancelled", "grey"),
  Expired: word("Expired", "orange"),
  Failed: word("Failed", "red"),
  Superseded: word("Superseded", "grey"),
});

export const lockStageWord = lookup({
  pending: word("Waiting for the Mac", "blue"),
  done: word("Done", "green"),
  uncertain: word("Uncertain", "orange"),
  failed: word("Failed", "red"),
  over: word("Over", "grey"),
});

export const recoveryWord = lookup({
  none: word("No recovery lock", "grey"),
  pending: word("Waiting for the Mac", "blue"),
  verifying: word("Verifying", "blue"),
  verified: word("Verified", "green"),
  cleared: word("Taken off", "grey"),
  uncertain: word("Uncertain", "orange"),
  failed: word("Failed", "red"),
  replaced: word("Replaced", "grey"),
});

export const rotationWord = lookup({
  sent: word("Waiting for the Mac", "blue"),
  asking: word("Waiting for the new key", "blue"),
  done: word("Done", "green"),
  failed: word("Failed", "red"),
});

const CAUSES: Record<string, string> = {
  request: "asked for",
  schedule: "by its age",
  view: "since somebody saw the key",
};

/** Why a recovery key is replaced. */
export const causeText = (cause: string | undefined) => CAUSES[cause ?? ""] ?? cause ?? "";

const STEPS: Record<string, string> = {
  not_assigned: "Not assigned in Apple Business Manager",
  assigned: "Assigned in Apple Business Manager",
  profile_assigned: "Its profile is with Apple",
  profile_requested: "It has asked for its enrollment profile",
  enrolling: "Enrolling",
  enrolled: "Enrolled",
};

/** How far automatic enrollment is. */
export const enrollmentStepText = (step: string | undefined) => STEPS[step ?? ""] ?? step ?? "";

/** Whether the Mac has locked or erased itself, and what it was asked for. */
export function lockWord(mdm: Pick<Schema<"HostMdm">, "device_status" | "pending_action">): Word | undefined {
  if (mdm.pending_action === "lock") return word("Lock pending", "orange");
  if (mdm.pending_action === "wipe") return word("Wipe pending", "red");
  if (mdm.device_status === "locked") return word("Locked", "orange");
  if (mdm.device_status === "wiped") return word("Wiped", "red");
  return undefined;
}

/** Who asked for it, where somebody did. */
export const byText = (person: string | null | undefined) => (person ? `, by ${person}` : "");
