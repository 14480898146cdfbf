import type { Schema } from "../api/client";
import { many } from "../parts/macs";
import { plain } from "../parts/plain";
import { time } from "../parts/time";
import { failedAttempts, undeclared } from "./attempts";
import type { Evidence } from "./evidence";
import { type Host, isOn } from "./Host";
import type { SectionName } from "./SectionName";

/** One reason why a Mac is not as it should be. */
export interface Obstacle {
  /** danger: somebody has to do something; info: it waits and will go on by itself. */
  variant: "danger" | "warning" | "info";
  text: string;
  /** The section that tells more. */
  section?: SectionName;
}

const sentence = (text: string) => (text === "" || /[.!?]$/.test(text) ? text : `${text}.`);
const joined = (...texts: (string | null | undefined)[]) =>
  texts.map((text) => sentence(plain(text ?? ""))).filter(Boolean).join(" ");

/** Why the Mac is not compliant: what has failed first, then what waits. */
export function obstacles(host: Host, evidence: Evidence = {}): Obstacle[] {
  const found = [
    ...managed(host),
    ...locked(host),
    ...profiles(host),
    ...encryption(host),
    ...update(host),
    ...setup(host),
    ...undeclared(host, evidence),
    ...failedAttempts(evidence),
    ...waiting(host, evidence.timeline),
  ];
  const rank = { danger: 0, warning: 1, info: 2 };
  return found.sort((a, b) => rank[a.variant] - rank[b.variant]);
}

function managed(host: Host): Obstacle[] {
  const mdm = host.mdm;
  const found: Obstacle[] = [];
  if (mdm?.enrollment_status === "Off") {
    found.push({ variant: "danger", text: "MDM is off: this Mac gets no settings and no commands." });
  } else if (!isOn(host)) {
    found.push({
      variant: "info",
      text: joined("This Mac has not enrolled yet", mdm?.automatic_enrollment?.detail),
    });
  }
  if (mdm?.dep_profile_error) {
    found.push({
      variant: "danger",
      text: joined("Apple does not hold the enrollment profile that this Mac should have", mdm.dep_profile_detail),
    });
  }
  if (host.os_supported === false) {
    found.push({
      variant: "warning",
      text: `${host.os_version} is older than macOS 12, which is the oldest that is supported.`,
    });
  }
  return found;
}

function locked(host: Host): Obstacle[] {
  const { pending_action: pending, device_status: status } = host.mdm ?? {};
  if (pending === "lock") return [{ variant: "warning", text: "A lock is on its way." }];
  if (pending === "wipe") return [{ variant: "warning", text: "An erasure is on its way." }];
  if (status === "locked") {
    return [{ variant: "warning", text: "This Mac is locked: it answers when its PIN was typed in." }];
  }
  if (status === "wiped") {
    return [{ variant: "warning", text: "This Mac was erased. It comes back when it enrolls anew." }];
  }
  return [];
}

function profiles(host: Host): Obstacle[] {
  const all = host.mdm?.profiles ?? [];
  const failed = all.filter((profile) => profile.status === "failed");
  const pending = all.filter((profile) => profile.status === "pending" || profile.status === "verifying");
  const found: Obstacle[] = failed.slice(0, 3).map((profile) => ({
    variant: "danger",
    text: joined(`The profile ${profile.name} failed`, profile.detail),
    section: "profiles",
  }));
  if (failed.length > 3) {
    found.push({
      variant: "danger",
      text: `${many(failed.length - 3, "more profile", "more profiles")} failed.`,
      section: "profiles",
    });
  }
  if (pending.length > 0) {
    found.push({
      variant: "info",
      text: joined(
        `${many(pending.length, "profile is", "profiles are")} not verified yet`,
        pending.length === 1 ? pending[0]?.detail : "",
      ),
      section: "profiles",
    });
  }
  return found;
}

function encryption(host: Host): Obstacle[] {
  const disk = host.mdm?.os_settings?.disk_encryption;
  const section = "encryption" as const;
  switch (disk?.status) {
    case "action_required":
      return [{ variant: "warning", text: joined(action(host), disk.detail), section }];
    case "failed":
      return [{ variant: "danger", text: joined("Disk encryption failed", disk.detail), section }];
    case "enforcing":
    case "verifying":
    case "removing_enforcement":
      return [{ variant: "info", text: joined("Disk encryption is under way", disk.detail), section }];
    default:
      return [];
  }
}

function action(host: Host): string {
  switch (host.mdm?.macos_settings?.action_required) {
    case "log_out":
      return "Disk encryption begins when the person at this Mac logs out or restarts";
    case "rotate_key":
      return "The disk is encrypted, but its recovery key is not kept here: the person at this Mac has to reset the key";
    default:
      return "Disk encryption waits for the person at this Mac";
  }
}

function update(host: Host): Obstacle[] {
  const wanted = host.mdm?.macos_update;
  const section = "updates" as const;
  const what = `macOS ${wanted?.required_version}`;
  const runs = `The Mac runs ${wanted?.version || "a macOS that it has not told"}`;
  const by = `by ${time(wanted?.deadline)}`;
  switch (wanted?.state) {
    case "overdue":
      return [{ variant: "danger", text: joined(`${what} was required ${by}`, runs, wanted.detail), section }];
    case "failed":
      return [{ variant: "danger", text: joined(`The update to ${what} failed`, wanted.detail), section }];
    case "unsupported":
      return [{ variant: "warning", text: joined(`${what} cannot be enforced on this Mac`, runs, wanted.detail), section }];
    case "pending":
      return [{ variant: "info", text: joined(`${what} is required ${by}`, runs, wanted.detail), section }];
    case "unknown":
      return [{ variant: "warning", text: joined("The Mac has not said which macOS it runs", `${what} is required ${by}`, wanted.detail), section }];
    default:
      return [];
  }
}

function setup(host: Host): Obstacle[] {
  const setup = host.mdm?.macos_setup;
  if (setup === null || setup === undefined) {
    return [];
  }
  const found: Obstacle[] = [];
  if (setup.bootstrap_package_status === "failed") {
    found.push({ variant: "danger", text: joined("The bootstrap package failed", setup.detail) });
  }
  if (setup.stage === "preparing" || setup.stage === "releasing") {
    const missing = setup.waiting_for ?? [];
    found.push({
      variant: "info",
      text: joined(
        "The Mac waits in Setup Assistant",
        missing.length > 0 ? `Not there yet: ${missing.join(", ")}` : "",
      ),
    });
  }
  return found;
}

function waiting(host: Host, timeline?: Schema<"HostTimeline">): Obstacle[] {
  return isOn(host) && (timeline?.waiting ?? 0) > 0
    ? [{ variant: "info", text: timeline?.sentence ?? "", section: "commands" }]
    : [];
}
