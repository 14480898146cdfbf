import { Content } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { plain } from "../../parts/plain";
import { type Host, nameOf } from "../Host";

/** An action that needs nothing but a yes. */
export interface Plain {
  title: string;
  action: string;
  danger?: boolean;
  question: ReactNode;
  act: () => Promise<unknown>;
  done: string;
}

export function AskPlain({ plain, onClose }: { plain: Plain; onClose: () => void }) {
  const { say } = useNotices();
  const act = async () => {
    await plain.act();
    say(plain.done);
  };
  return (
    <Confirm title={plain.title} action={plain.action} danger={plain.danger} act={act} onClose={onClose}>
      <Content component="p">{plain.question}</Content>
    </Confirm>
  );
}

const path = (host: Host) => ({ params: { path: { id: host.id ?? 0 } } });

export const setRecoveryLock = (host: Host): Plain => ({
  title: "Set a recovery lock?",
  action: "Set recovery lock",
  question: `${nameOf(host)} gets a random password that is asked for where it is started in recoveryOS. It is kept here. Macs with Apple silicon and macOS 11.5 or later take one.`,
  act: () => api.POST("/hosts/{id}/recovery_lock", path(host)),
  done: `${nameOf(host)} gets a recovery lock.`,
});

export const rotateRecoveryLock = (host: Host): Plain => ({
  title: "Rotate the recovery lock password?",
  action: "Rotate",
  question: `${nameOf(host)} gets a new password for recoveryOS. The present one is kept.`,
  act: () => api.POST("/hosts/{id}/recovery_lock/rotate", path(host)),
  done: `${nameOf(host)} gets a new recovery lock password.`,
});

export const verifyRecoveryLock = (host: Host): Plain => ({
  title: "Verify the recovery lock password?",
  action: "Verify",
  question: `${nameOf(host)} is asked whether the password that is kept here is in force. Nothing changes on it.`,
  act: () => api.POST("/hosts/{id}/recovery_lock/verify", path(host)),
  done: `${nameOf(host)} was asked. Its answer shows under Locks.`,
});

export const clearRecoveryLock = (host: Host): Plain => ({
  title: "Clear the recovery lock?",
  action: "Clear recovery lock",
  danger: true,
  question: `Anybody can start ${nameOf(host)} in recoveryOS then. Passwords that it had stay known here.`,
  act: () => api.DELETE("/hosts/{id}/recovery_lock", path(host)),
  done: `The recovery lock of ${nameOf(host)} is taken off.`,
});

export const turnOff = (host: Host): Plain => ({
  title: `Turn off MDM on ${nameOf(host)}?`,
  action: "Turn off MDM",
  danger: true,
  question:
    "This one Mac removes its enrollment profile, and with it every profile and setting that came from here. It gets no commands any more. To come back, it has to be enrolled anew. Its recovery keys stay known here.",
  act: () => api.DELETE("/hosts/{id}/mdm", path(host)),
  done: `${nameOf(host)} is told to remove its enrollment profile.`,
});

export const release = (host: Host): Plain => ({
  title: "Release from Setup Assistant?",
  action: "Release",
  question: `${nameOf(host)} goes on with its set-up now, whatever it has not got yet: ${
    plain((host.mdm?.macos_setup?.waiting_for ?? []).join(", ")) || "nothing is missing"
  }.`,
  act: () => api.POST("/hosts/{id}/release", path(host)),
  done: `${nameOf(host)} goes on with its set-up.`,
});

export const deleteHost = (host: Host): Plain => ({
  title: `Delete ${nameOf(host)}?`,
  action: "Delete host",
  danger: true,
  question:
    "This one Mac is no longer listed. Its recovery keys and what it did in the activity feed stay. A Mac that enrolls again is listed anew.",
  act: () => api.DELETE("/hosts/{id}", path(host)),
  done: `${nameOf(host)} was deleted.`,
});
