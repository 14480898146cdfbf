import type { Host } from "../Host";
import { SendCommand } from "../command/SendCommand";
import type { ActionName } from "./actions";
import { LockMac } from "./LockMac";
import {
  AskPlain,
  clearRecoveryLock,
  deleteHost,
  type Plain,
  release,
  rotateRecoveryLock,
  setRecoveryLock,
  turnOff,
  verifyRecoveryLock,
} from "./Plain";
import { ResendProfiles } from "./ResendProfiles";
import { RotateKey } from "./RotateKey";
import { ShowBypassCode } from "./ShowBypassCode";
import { ShowKey } from "./ShowKey";
import { ShowPin } from "./ShowPin";
import { ShowRecoveryPassword } from "./ShowRecoveryPassword";
import { TransferMac } from "./TransferMac";
import { WipeMac } from "./WipeMac";

const PLAIN: Partial<Record<ActionName, (host: Host) => Plain>> = {
  setRecoveryLock,
  rotateRecoveryLock,
  verifyRecoveryLock,
  clearRecoveryLock,
  turnOff,
  release,
};

/** The question of an action. */
export function Dialog({
  name,
  host,
  onClose,
  onDeleted,
}: {
  name: ActionName;
  host: Host;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const plain = PLAIN[name];
  if (plain !== undefined) {
    return <AskPlain plain={plain(host)} onClose={onClose} />;
  }
  switch (name) {
    case "showKey":
      return <ShowKey host={host} onClose={onClose} />;
    case "rotateKey":
      return <RotateKey host={host} onClose={onClose} />;
    case "lock":
      return <LockMac host={host} onClose={onClose} />;
    case "unlock":
      return <ShowPin host={host} onClose={onClose} />;
    case "wipe":
      return <WipeMac host={host} onClose={onClose} />;
    case "showRecoveryLock":
      return <ShowRecoveryPassword host={host} onClose={onClose} />;
    case "showBypassCode":
      return <ShowBypassCode host={host} onClose={onClose} />;
    case "sendCommand":
      return <SendCommand host={host} onClose={onClose} />;
    case "resendProfiles":
      return <ResendProfiles host={host} onClose={onClose} />;
    case "transfer":
      return <TransferMac host={host} onClose={onClose} />;
    case "deleteHost":
      return <AskPlain plain={deleting(host, onDeleted)} onClose={onClose} />;
    default:
      return null;
  }
}

function deleting(host: Host, onDeleted: () => void): Plain {
  const plain = deleteHost(host);
  return { ...plain, act: () => plain.act().then(onDeleted) };
}
