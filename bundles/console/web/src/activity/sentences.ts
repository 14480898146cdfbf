import { type Details, list, number, said, text } from "./details";

/** A piece of a sentence: words, or what one can go to. */
export type Piece = string | { words: string; to?: string };

type Sentence = (details: Details) => Piece[];

/** The Mac that a row is about. */
const mac = (details: Details): Piece => {
  const id = number(details, "host_id");
  const words = text(details, "host_display_name") || text(details, "host_serial") || "a Mac";
  return id === undefined ? { words } : { words, to: `/hosts/${id}` };
};

/** The Macs of a row that is about several, or about one. */
const macs = (details: Details): Piece[] => {
  const ids = list(details, "host_ids");
  const names = list(details, "host_display_names");
  if (ids.length === 0) {
    return [mac(details)];
  }
  const named: Piece[] = ids.slice(0, 3).flatMap((id, place): Piece[] => [
    ...(place === 0 ? [] : [", "]),
    { words: String(names[place] ?? `Mac ${String(id)}`), to: `/hosts/${String(id)}` },
  ]);
  return ids.length > 3 ? [...named, ` and ${ids.length - 3} more`] : named;
};

/** The team that something belongs to. */
const team = (details: Details): Piece => {
  const id = number(details, "team_id");
  return id === undefined
    ? "Macs of no team"
    : { words: `the team ${text(details, "team_name") || id}`, to: `/hosts?team_id=${id}` };
};

const strong = (words: string): Piece => ({ words });

const ofMac =
  (before: string, after = "."): Sentence =>
  (details) => [before, " ", mac(details), after];

const ofTeam =
  (before: string): Sentence =>
  (details) => [before, " ", team(details), "."];

/** With a name of the details, and the team. */
const named =
  (before: string, field: string, between = "for"): Sentence =>
  (details) => [before, " ", strong(text(details, field)), ` ${between} `, team(details), "."];

/** With a name of the details only. */
const only =
  (before: string, field: string): Sentence =>
  (details) => [before, " ", strong(text(details, field)), "."];

const plain =
  (words: string): Sentence =>
  () => [words];

const user = (details: Details): Piece =>
  strong(text(details, "user_name") || text(details, "user_email") || "a user");

const ofUser =
  (before: string, after: (details: Details) => string = () => ""): Sentence =>
  (details) => [before, " ", user(details), after(details), "."];

const role = (details: Details, field: string) => text(details, field).replaceAll("_", " ") || "no role";

const version: Sentence = (details) =>
  text(details, "minimum_version") === ""
    ? ["took the required macOS version from ", team(details), "."]
    : [
        "required macOS ",
        strong(text(details, "minimum_version")),
        said(" by ", text(details, "deadline")),
        said(", ", text(details, "deadline_time")),
        said(" ", text(details, "time_zone")),
        " of ",
        team(details),
        ".",
      ];

const marks: Sentence = (details) => {
  const names: Record<string, string> = {
    old_mdm: "old MDM",
    enrollment: "enrollment",
    left_old_mdm: "un-enrolled from the old MDM",
    user_told: "user told",
    user_is_admin: "user is an administrator",
    activation_lock_off: "Activation Lock off",
    archived: "archived",
  };
  const set = Object.entries(names)
    .filter(([field]) => details[field] !== undefined)
    .map(([field, words]) => `${words}: ${text(details, field) || "none"}`);
  return ["marked ", ...macs(details), ` on the migration board (${set.join(", ")}).`];
};

/** What each type of activity tells, behind the name of who did it. */
export const SENTENCES: Record<string, Sentence> = {
  mdm_enrolled: (details) => [
    "saw ",
    mac(details),
    details["installed_from_dep"] === true ? " enroll automatically." : " enroll by hand.",
  ],
  mdm_unenrolled: (details) => ["saw ", mac(details), " leave: its MDM is off."],
  turned_off_mdm: ofMac("turned off MDM on"),
  deleted_host: ofMac("deleted the host"),
  host_enrollment_rejected: (details) => [
    "did not let ",
    mac(details),
    " enroll",
    said(": ", text(details, "reason")),
    ".",
  ],
  admitted_host: (details) => [
    "let ",
    mac(details),
    " in",
    said(" until ", text(details, "expires_at")),
    ", whatever a check says.",
  ],
  withdrew_admission: ofMac("took back the admission of"),
  failed_enrollment_profile_renewal: ofMac("could not renew the identity of"),
  created_manual_enrollment_profile: plain("downloaded an enrollment profile for one Mac."),
  transferred_hosts: (details) => [
    "moved ",
    ...macs(details),
    details["previous_team_id"] === undefined
      ? " from no team"
      : ` from the team ${text(details, "previous_team_name")}`,
    " to ",
    details["team_id"] === undefined ? "no team" : team(details),
    ".",
  ],
  added_to_migration: (details) => ["put ", ...macs(details), " on the migration board."],
  edited_migration: marks,
  removed_from_migration: (details) => ["took ", ...macs(details), " off the migration board."],
  ran_custom_mdm_command: (details) => [
    "sent the command ",
    strong(text(details, "request_type")),
    " to ",
    mac(details),
    ".",
  ],
  canceled_mdm_command: (details) => [
    "canceled the command ",
    strong(text(details, "command_type")),
    " for ",
    mac(details),
    ".",
  ],
  viewed_mdm_command_results: (details) => [
    "saw what the command ",
    strong(text(details, "request_type")),
    " sent to ",
    ...macs(details),
    " and what was answered.",
  ],
  added_hosts: (details) => ["added ", ...macs(details), " to ", team(details), " before they enroll."],
  created_device_link: ofMac("made a link to the page of"),
  renewed_device_link: ofMac("made a new link to the page of"),
  revoked_device_link: ofMac("revoked the links to the page of"),
  enabled_device_dock: () => ["put the page of each Mac into its Dock."],
  disabled_device_dock: () => ["took the pages of Macs out of their Docks."],
  downloaded_enrollment_profile: ofMac("downloaded, by its link, the enrollment profile of"),
  user_refetched_host: ofMac("asked, on its page, for the details of"),
  user_got_enrollment_profile: (details) => [
    "gave an enrollment profile to ",
    strong(text(details, "email") || "somebody who logged in"),
    ".",
  ],
  locked_host: ofMac("locked"),
  unlocked_host: ofMac("looked up the PIN that unlocks"),
  wiped_host: ofMac("erased"),
  installed_app_store_app: (details) => [
    "installed ",
    strong(text(details, "software_title")),
    " on ",
    mac(details),
    ".",
  ],
  created_macos_profile: named("added the profile", "profile_name"),
  deleted_macos_profile: named("deleted the profile", "profile_name", "of"),
  downloaded_macos_profile: named("downloaded the profile", "profile_name", "of"),
  exported_macos_profiles: (details) => [
    `exported ${list(details, "profile_identifiers").length} profiles of `,
    team(details),
    ".",
  ],
  edited_macos_profile: (details) => [
    "changed the profiles of ",
    team(details),
    `: ${list(details, "added").length} added, ${list(details, "replaced").length} replaced, ${list(details, "removed").length} removed.`,
  ],
  resent_configuration_profile: (details) => [
    "sent the profile ",
    strong(text(details, "profile_name")),
    " to ",
    mac(details),
    " again.",
  ],
  edited_macos_min_version: version,
  added_bootstrap_package: named("added the bootstrap package", "bootstrap_package_name"),
  deleted_bootstrap_package: named("deleted the bootstrap package", "bootstrap_package_name", "of"),
  changed_macos_setup_assistant: named("changed the Setup Assistant profile", "name", "of"),
  deleted_macos_setup_assistant: named("deleted the Setup Assistant profile", "name", "of"),
  reassigned_setup_profile: (details) => [
    "had Apple assign the Setup Assistant profile to ",
    ...macs(details),
    " again.",
  ],
  enabled_macos_setup_end_user_auth: ofTeam("turned on the login before enrollment for"),
  disabled_macos_setup_end_user_auth: ofTeam("turned off the login before enrollment for"),
  edited_macos_setup_min_version: (details) => [
    text(details, "minimum_version") === ""
      ? "let any macOS enroll automatically for "
      : `required macOS ${text(details, "minimum_version")} to enroll automatically for `,
    team(details),
    ".",
  ],
  enabled_macos_setup_manual_release: ofTeam("turned on the manual release from Setup Assistant for"),
  disabled_macos_setup_manual_release: ofTeam("turned off the manual release from Setup Assistant for"),
  released_host_from_setup: ofMac("released", " from Setup Assistant."),
  added_eula: only("added the agreement", "name"),
  deleted_eula: only("deleted the agreement", "name"),
  enabled_macos_disk_encryption: ofTeam("turned on disk encryption for"),
  disabled_macos_disk_encryption: ofTeam("turned off disk encryption for"),
  escrowed_disk_encryption_key: ofMac("received the disk encryption key of"),
  read_host_disk_encryption_key: ofMac("looked at the disk encryption key of"),
  rotated_disk_encryption_key: ofMac("replaced the disk encryption key of"),
  failed_to_rotate_disk_encryption_key: (details) => [
    "could not replace the disk encryption key of ",
    mac(details),
    said(": ", text(details, "detail")),
    ".",
  ],
  set_host_recovery_lock_password: ofMac("set the recovery lock password of"),
  viewed_host_recovery_lock_password: ofMac("looked at the recovery lock password of"),
  rotated_host_recovery_lock_password: ofMac("replaced the recovery lock password of"),
  cleared_host_recovery_lock_password: ofMac("took the recovery lock off"),
  viewed_activation_lock_bypass_code: ofMac("looked at the Activation Lock bypass code of"),
  rolled_escrow_certificate: plain("made a new certificate for disk encryption keys."),
  added_nudge_package: only("added the Nudge package", "name"),
  deleted_nudge_package: only("deleted the Nudge package", "name"),
  created_declaration: named("added the declaration", "declaration_identifier"),
  edited_declaration: named("changed the declaration", "declaration_identifier", "of"),
  deleted_declaration: named("deleted the declaration", "declaration_identifier", "of"),
  viewed_declaration: named("looked at the declaration", "declaration_identifier", "of"),
  scheduled_os_update: (details) => [
    "told ",
    mac(details),
    said(" to update to macOS ", text(details, "version")) || " to update macOS",
    ".",
  ],
  created_managed_local_account: ofMac("created a managed account on"),
  read_managed_local_account_password: ofMac("looked at the password of the managed account on"),
  rotated_managed_local_account_password: ofMac("replaced the password of the managed account on"),
  set_up_organization: only("set up the organization", "organization"),
  edited_organization: only("changed the settings of the organization", "organization"),
  created_user: ofUser("created the user", (details) =>
    details["jit"] === true ? " at the first login" : said(" as ", role(details, "role")),
  ),
  deleted_user: ofUser("deleted the user"),
  edited_user: ofUser("changed the user"),
  changed_own_password: plain("changed their own password."),
  changed_user_global_role: ofUser("changed the role of", (details) => ` to ${role(details, "role")}`),
  deleted_user_global_role: ofUser("took from", (details) => ` the role ${role(details, "role")}`),
  changed_user_team_role: (details) => [
    "made ",
    user(details),
    ` ${role(details, "role")} of `,
    team(details),
    ".",
  ],
  deleted_user_team_role: (details) => [
    "took from ",
    user(details),
    ` the role ${role(details, "role")} in `,
    team(details),
    ".",
  ],
  user_logged_in: (details) => [
    `logged in${text(details, "method") === "sso" ? " by single sign-on" : ""}`,
    said(" from ", text(details, "public_ip")),
    ".",
  ],
  user_failed_login: (details) => [
    "refused a login",
    said(" as ", text(details, "email")),
    said(" from ", text(details, "public_ip")),
    (number(details, "attempts") ?? 1) > 1 ? `, ${text(details, "attempts")} attempts.` : ".",
  ],
  created_team: ofTeam("created"),
  edited_team: ofTeam("changed"),
  deleted_team: (details) => ["deleted the team ", strong(text(details, "team_name")), "."],
  loaded_apns_certificate: (details) => [
    details["topic_changed"] === true
      ? "loaded a push certificate with another topic, "
      : "loaded the push certificate ",
    strong(text(details, "topic")),
    ".",
  ],
  edited_apns_apple_id: only("noted the Apple ID of the push certificate:", "apple_id"),
  turned_off_mdm_apns: plain("turned off MDM: the push certificate is gone."),
  requested_apns_certificate: plain("made a request for a push certificate."),
  sent_apns_request: only("sent the request for a push certificate to", "service"),
  signed_apns_request: only("signed the request for a push certificate by", "service"),
  loaded_vendor_certificate: only("loaded the MDM vendor certificate", "common_name"),
  deleted_vendor_certificate: only("deleted the MDM vendor certificate", "common_name"),
  created_abm_key: plain("made a key for Apple Business Manager."),
  loaded_abm_token: only("connected Apple Business Manager of", "organization"),
  renewed_abm_token: only("renewed the Apple Business Manager token of", "organization"),
  deleted_abm_token: only("deleted the Apple Business Manager token of", "organization"),
  edited_abm_default_team: (details) => [
    "let Macs that Apple Business Manager adds go to ",
    details["team_id"] === undefined ? "no team" : team(details),
    ".",
  ],
  requested_abm_sync: only("asked Apple Business Manager for the Macs of", "organization"),
  imported_device_ca: plain("imported the device CA."),
  rolled_device_ca: plain("made a new device CA."),
  credential_expires: (details) => [
    "tells that ",
    strong(text(details, "subject") || text(details, "name")),
    ` expires in ${text(details, "days_left")} days.`,
  ],
  created_webhook: named("added the webhook", "webhook_name"),
  edited_webhook: named("changed the webhook", "webhook_name", "of"),
  deleted_webhook: named("deleted the webhook", "webhook_name", "of"),
  redelivered_webhook_events: named("sent events to the webhook", "webhook_name", "of"),
};

/** What happened; a type that this console does not know is told by its name and details. */
export function sentence(type: string, details: Details): Piece[] {
  const known = Object.hasOwn(SENTENCES, type) ? SENTENCES[type] : undefined;
  if (known !== undefined) {
    return known(details).filter((piece) => piece !== "");
  }
  const rest = Object.entries(details).map(([name, value]) => `${name}: ${String(value)}`);
  return [{ words: type }, rest.length === 0 ? "." : ` (${rest.join(", ")}).`];
}
