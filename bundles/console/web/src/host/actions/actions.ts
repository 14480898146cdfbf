import type { Permission } from "../../app/Permission";
import { type Host, isOn } from "../Host";

export type ActionName =
  | "showKey"
  | "rotateKey"
  | "refetch"
  | "lock"
  | "unlock"
  | "wipe"
  | "setRecoveryLock"
  | "showRecoveryLock"
  | "rotateRecoveryLock"
  | "verifyRecoveryLock"
  | "clearRecoveryLock"
  | "showBypassCode"
  | "sendCommand"
  | "resendProfiles"
  | "release"
  | "transfer"
  | "turnOff"
  | "deleteHost";

export interface Action {
  name: ActionName;
  label: string;
  danger?: boolean;
  /** Why it cannot be done now; undefined where it can. */
  because?: string;
}

interface Rule extends Omit<Action, "because"> {
  permission: Permission;
  /** Why not, or nothing. */
  unless?: (host: Host) => string | undefined;
  /** Left out of the menu where it makes no sense. */
  where?: (host: Host) => boolean;
}

const needsMdm = (host: Host) => {
  if (isOn(host)) return undefined;
  return host.mdm?.enrollment_status === "Pending" ? "The Mac has not enrolled yet" : "MDM is off";
};
const needsNoLock = (host: Host) => {
  const { pending_action: pending, device_status: status } = host.mdm ?? {};
  if (!isOn(host)) return needsMdm(host);
  if (pending) return `A ${pending} is on its way`;
  return status === "unlocked" || status === undefined ? undefined : `The Mac is ${status}`;
};
const needsKey = (host: Host) =>
  host.mdm?.encryption_key_available ? undefined : "No recovery key that opens is kept";
const isLocked = (host: Host) =>
  host.mdm?.device_status !== "unlocked" || (host.mdm?.pending_action ?? "") !== "";
const waitsInSetup = (host: Host) => host.mdm?.macos_setup?.stage === "preparing";

const RULES: Rule[] = [
  { name: "showKey", label: "Show disk encryption key", permission: "VIEW_RECOVERY_KEYS", unless: needsKey },
  {
    name: "rotateKey",
    label: "Rotate disk encryption key",
    permission: "ROTATE_DEVICE_SECRETS",
    unless: (host) => needsMdm(host) ?? needsKey(host),
  },
  {
    name: "refetch",
    label: "Refetch",
    permission: "REFETCH_HOSTS",
    unless: (host) => needsMdm(host) ?? (host.refetch_requested ? "Asked, waiting for its answer" : undefined),
  },
  { name: "release", label: "Release from Setup Assistant", permission: "RUN_COMMANDS", where: waitsInSetup },
  { name: "sendCommand", label: "Send command", permission: "RUN_COMMANDS", unless: needsMdm },
  { name: "resendProfiles", label: "Resend profiles", permission: "RUN_COMMANDS", unless: needsMdm },
  { name: "transfer", label: "Transfer to a team", permission: "TRANSFER_HOSTS" },
  { name: "setRecoveryLock", label: "Set recovery lock", permission: "ROTATE_DEVICE_SECRETS", where: isOn },
  { name: "showRecoveryLock", label: "Show recovery lock password", permission: "VIEW_DEVICE_SECRETS" },
  {
    name: "rotateRecoveryLock",
    label: "Rotate recovery lock password",
    permission: "ROTATE_DEVICE_SECRETS",
    where: isOn,
  },
  {
    name: "verifyRecoveryLock",
    label: "Verify recovery lock password",
    permission: "ROTATE_DEVICE_SECRETS",
    where: isOn,
  },
  {
    name: "clearRecoveryLock",
    label: "Clear recovery lock",
    permission: "ROTATE_DEVICE_SECRETS",
    danger: true,
    where: isOn,
  },
  { name: "showBypassCode", label: "Show Activation Lock bypass code", permission: "VIEW_DEVICE_SECRETS" },
  { name: "unlock", label: "Unlock (show the PIN)", permission: "LOCK_HOSTS", where: isLocked },
  { name: "lock", label: "Lock", permission: "LOCK_HOSTS", danger: true, unless: needsNoLock },
  { name: "wipe", label: "Wipe", permission: "LOCK_HOSTS", danger: true, unless: needsNoLock },
  { name: "turnOff", label: "Turn off MDM", permission: "EDIT_HOSTS", danger: true, where: isOn },
  {
    name: "deleteHost",
    label: "Delete host",
    permission: "EDIT_HOSTS",
    danger: true,
    where: (host) => !isOn(host),
  },
];

/**
 * What a person who may do these things can do with a Mac now.
 *
 * @param withheld what this server lets only others do
 * @param bypassKept whether a bypass code of Activation Lock is kept; undefined while that is not known
 */
export function actionsFor(host: Host, may: (permission: Permission) => boolean, withheld: ActionName[] = [], bypassKept?: boolean): Action[] {
  const missing = (name: ActionName) => (name === "showBypassCode" && bypassKept === false ? "No bypass code is kept" : undefined);
  return RULES.filter((rule) => may(rule.permission) && !withheld.includes(rule.name) && (rule.where?.(host) ?? true)).map(
    ({ name, label, danger, unless }) => ({ name, label, danger, because: unless?.(host) ?? missing(name) }),
  );
}
