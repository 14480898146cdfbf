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
  VIEW_STATUS
}
