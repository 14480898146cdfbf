package io.pomona.api.organization;

/** What can be allowed. Each operation of the admin API names exactly one. */
public enum Permission {
  /** Own account: who am I, log out. */
  USE_OWN_ACCOUNT,
  VIEW_CONFIG,
  EDIT_CONFIG,
  /** Apply files with settings; what is in them needs its own permissions besides. */
  EDIT_SETTINGS,
  VIEW_USERS,
  EDIT_USERS,
  VIEW_TEAMS,
  EDIT_TEAMS,
  CREATE_TEAMS,
  DELETE_TEAMS,
  VIEW_ACTIVITIES,
  VIEW_HOSTS,
  REFETCH_HOSTS,
  EDIT_HOSTS,
  /** Move hosts from one team to another. */
  TRANSFER_HOSTS,
  /** Download an enrollment profile that lets one Mac in. */
  ENROLL_HOSTS,
  VIEW_COMMANDS,
  RUN_COMMANDS,
  VIEW_PROFILES,
  EDIT_PROFILES,
  /** See and change who is called when something happens. */
  EDIT_WEBHOOKS,
  VIEW_APNS,
  EDIT_APNS,
  /** Tokens of Apple Business Manager and how their synchronization goes. */
  VIEW_ABM,
  EDIT_ABM,
  /** How Macs of a team are set up when they enroll automatically. */
  VIEW_SETUP,
  EDIT_SETUP,
  VIEW_STATUS,
  /** See recovery keys of encrypted disks. */
  VIEW_RECOVERY_KEYS,
  /** See lock PINs, recovery lock passwords and Activation Lock bypass codes. */
  VIEW_DEVICE_SECRETS,
  /** Replace recovery keys, recovery lock passwords and the like on Macs. */
  ROTATE_DEVICE_SECRETS,
  EDIT_DISK_ENCRYPTION,
  /** The certificates that Macs encrypt recovery keys for, and the keys of Macs that are gone. */
  EDIT_ESCROW,
  /** Lock, unlock and erase. */
  LOCK_HOSTS,
  EDIT_UPDATES,
  /** The one package of Nudge, which Macs of all teams get. */
  EDIT_NUDGE,
  VIEW_DECLARATIONS,
  EDIT_DECLARATIONS
}
