package io.pomona.api.organization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every kind of activity with the details that it may carry; nothing else can be written. Names are
 * those of the reference where it has them. Of what replaces something, {@code previous_} details
 * tell what was there before.
 */
public enum ActivityType {
  MDM_ENROLLED(Of.HOST, "installed_from_dep", "mdm_platform", "enrollment_id", "platform"),
  MDM_UNENROLLED(Of.HOST, "installed_from_dep"),
  TURNED_OFF_MDM(Of.HOST, "command_uuid"),
  DELETED_HOST(Of.HOST),
  ADDED_HOSTS(Of.TEAM, "host_ids", "host_display_names"),
  CREATED_DEVICE_LINK(Of.HOST, "expires_at"),
  RENEWED_DEVICE_LINK(Of.HOST, "expires_at"),
  REVOKED_DEVICE_LINK(Of.HOST),
  ENABLED_DEVICE_DOCK(Of.NOTHING),
  DISABLED_DEVICE_DOCK(Of.NOTHING),
  DOWNLOADED_ENROLLMENT_PROFILE(Of.HOST),
  USER_REFETCHED_HOST(Of.HOST),
  USER_GOT_ENROLLMENT_PROFILE(Of.NOTHING, "email"),
  HOST_ENROLLMENT_REJECTED(Of.HOST, "reason"),
  ADMITTED_HOST(Of.HOST, "expires_at"),
  WITHDREW_ADMISSION(Of.HOST),
  FAILED_ENROLLMENT_PROFILE_RENEWAL(Of.HOST, "command_uuid"),
  CREATED_MANUAL_ENROLLMENT_PROFILE(Of.NOTHING),
  TRANSFERRED_HOSTS(
      Of.TEAM, "host_ids", "host_display_names", "previous_team_id", "previous_team_name"),
  ADDED_TO_MIGRATION(Of.TEAM, "host_ids", "host_display_names"),
  EDITED_MIGRATION(
      Of.TEAM,
      "host_ids",
      "host_display_names",
      "old_mdm",
      "enrollment",
      "left_old_mdm",
      "user_told",
      "user_is_admin",
      "activation_lock_off",
      "archived"),
  REMOVED_FROM_MIGRATION(Of.TEAM, "host_ids", "host_display_names"),

  RAN_CUSTOM_MDM_COMMAND(Of.HOST, "command_uuid", "request_type"),
  CANCELED_MDM_COMMAND(Of.HOST, "command_uuid", "command_type"),
  VIEWED_MDM_COMMAND_RESULTS(
      Of.HOST, "host_ids", "host_display_names", "command_uuid", "request_type"),
  LOCKED_HOST(Of.HOST, "view_pin"),
  UNLOCKED_HOST(Of.HOST, "host_platform"),
  WIPED_HOST(Of.HOST),
  INSTALLED_APP_STORE_APP(Of.HOST, "software_title", "app_store_id", "command_uuid", "status"),

  CREATED_MACOS_PROFILE(Of.TEAM, "profile_name", "profile_identifier"),
  DELETED_MACOS_PROFILE(Of.TEAM, "profile_name", "profile_identifier"),
  DOWNLOADED_MACOS_PROFILE(Of.TEAM, "profile_name", "profile_identifier"),
  EXPORTED_MACOS_PROFILES(Of.TEAM, "profile_identifiers"),
  EDITED_MACOS_PROFILE(Of.TEAM, "added", "replaced", "removed"),
  RESENT_CONFIGURATION_PROFILE(Of.HOST, "profile_name", "profile_identifier", "profile_uuid"),
  EDITED_MACOS_MIN_VERSION(
      Of.TEAM,
      "minimum_version",
      "deadline",
      "deadline_time",
      "time_zone",
      "previous_minimum_version",
      "previous_deadline",
      "previous_deadline_time",
      "previous_time_zone"),
  ADDED_BOOTSTRAP_PACKAGE(Of.TEAM, "bootstrap_package_name"),
  DELETED_BOOTSTRAP_PACKAGE(Of.TEAM, "bootstrap_package_name"),
  CHANGED_MACOS_SETUP_ASSISTANT(Of.TEAM, "name"),
  DELETED_MACOS_SETUP_ASSISTANT(Of.TEAM, "name"),
  REASSIGNED_SETUP_PROFILE(Of.TEAM, "host_ids", "host_display_names"),
  ENABLED_MACOS_SETUP_END_USER_AUTH(Of.TEAM),
  DISABLED_MACOS_SETUP_END_USER_AUTH(Of.TEAM),
  EDITED_MACOS_SETUP_MIN_VERSION(Of.TEAM, "minimum_version", "previous_minimum_version"),
  ENABLED_MACOS_SETUP_MANUAL_RELEASE(Of.TEAM),
  DISABLED_MACOS_SETUP_MANUAL_RELEASE(Of.TEAM),
  RELEASED_HOST_FROM_SETUP(Of.HOST, "missing"),
  ADDED_EULA(Of.NOTHING, "name"),
  DELETED_EULA(Of.NOTHING, "name"),

  ENABLED_MACOS_DISK_ENCRYPTION(Of.TEAM),
  DISABLED_MACOS_DISK_ENCRYPTION(Of.TEAM),
  ESCROWED_DISK_ENCRYPTION_KEY(Of.HOST),
  READ_HOST_DISK_ENCRYPTION_KEY(Of.HOST),
  ROTATED_DISK_ENCRYPTION_KEY(Of.HOST),
  FAILED_TO_ROTATE_DISK_ENCRYPTION_KEY(Of.HOST, "detail"),
  SET_HOST_RECOVERY_LOCK_PASSWORD(Of.HOST),
  VIEWED_HOST_RECOVERY_LOCK_PASSWORD(Of.HOST),
  ROTATED_HOST_RECOVERY_LOCK_PASSWORD(Of.HOST),
  CLEARED_HOST_RECOVERY_LOCK_PASSWORD(Of.HOST),
  VIEWED_ACTIVATION_LOCK_BYPASS_CODE(Of.HOST),
  ROLLED_ESCROW_CERTIFICATE(Of.NOTHING, "serial_number", "previous_serial_number"),
  ADDED_NUDGE_PACKAGE(Of.NOTHING, "name", "sha256"),
  DELETED_NUDGE_PACKAGE(Of.NOTHING, "name"),
  CREATED_DECLARATION(Of.TEAM, "declaration_identifier", "declaration_type"),
  EDITED_DECLARATION(Of.TEAM, "declaration_identifier", "declaration_type"),
  DELETED_DECLARATION(Of.TEAM, "declaration_identifier", "declaration_type"),
  VIEWED_DECLARATION(Of.TEAM, "declaration_identifier", "declaration_type"),
  SCHEDULED_OS_UPDATE(Of.HOST, "command_uuid", "version", "install_action"),
  CREATED_MANAGED_LOCAL_ACCOUNT(Of.HOST),
  READ_MANAGED_LOCAL_ACCOUNT_PASSWORD(Of.HOST),
  ROTATED_MANAGED_LOCAL_ACCOUNT_PASSWORD(Of.HOST),

  SET_UP_ORGANIZATION(Of.NOTHING, "organization", "server_url"),
  EDITED_ORGANIZATION(
      Of.NOTHING, "organization", "server_url", "previous_organization", "previous_server_url"),
  CREATED_USER(Of.USER, "role", "sso_enabled", "jit"),
  DELETED_USER(Of.USER, "role"),
  EDITED_USER(
      Of.USER, "previous_user_name", "previous_user_email", "sso_enabled", "previous_sso_enabled"),
  CHANGED_OWN_PASSWORD(Of.USER),
  CHANGED_USER_GLOBAL_ROLE(Of.USER, "role", "previous_role"),
  DELETED_USER_GLOBAL_ROLE(Of.USER, "role"),
  CHANGED_USER_TEAM_ROLE(Of.USER, "role", "previous_role", "team_id", "team_name"),
  DELETED_USER_TEAM_ROLE(Of.USER, "role", "team_id", "team_name"),
  USER_LOGGED_IN(Of.NOTHING, "email", "public_ip", "method"),
  USER_FAILED_LOGIN(Of.NOTHING, "email", "public_ip", "attempts"),
  CREATED_TEAM(Of.TEAM),
  EDITED_TEAM(Of.TEAM, "previous_team_name", "description", "previous_description"),
  DELETED_TEAM(Of.TEAM),

  LOADED_APNS_CERTIFICATE(
      Of.NOTHING,
      "topic",
      "serial_number",
      "topic_changed",
      "previous_topic",
      "previous_serial_number",
      "apple_id"),
  EDITED_APNS_APPLE_ID(Of.NOTHING, "topic", "apple_id", "previous_apple_id"),
  TURNED_OFF_MDM_APNS(Of.NOTHING, "topic", "serial_number", "enrolled_macs"),
  REQUESTED_APNS_CERTIFICATE(Of.NOTHING, "email", "organization", "dropped"),
  SENT_APNS_REQUEST(Of.NOTHING, "email", "service"),
  SIGNED_APNS_REQUEST(Of.NOTHING, "email", "service"),
  LOADED_VENDOR_CERTIFICATE(Of.NOTHING, "common_name", "serial_number", "previous_serial_number"),
  DELETED_VENDOR_CERTIFICATE(Of.NOTHING, "common_name", "serial_number"),
  CREATED_ABM_KEY(Of.NOTHING),
  LOADED_ABM_TOKEN(Of.ABM, "mdm_server"),
  RENEWED_ABM_TOKEN(Of.ABM, "mdm_server", "previous_apple_id", "server_changed"),
  DELETED_ABM_TOKEN(Of.ABM, "mdm_server"),
  EDITED_ABM_DEFAULT_TEAM(
      Of.TEAM, "organization", "apple_id", "previous_team_id", "previous_team_name"),
  REQUESTED_ABM_SYNC(Of.ABM, "full"),
  IMPORTED_DEVICE_CA(Of.NOTHING, "subject"),
  ROLLED_DEVICE_CA(Of.NOTHING, "subject"),
  CREDENTIAL_EXPIRES(Of.NOTHING, "name", "subject", "days_left", "expires_at"),

  CREATED_WEBHOOK(Of.TEAM, "webhook_id", "webhook_name", "webhook_host"),
  EDITED_WEBHOOK(
      Of.TEAM,
      "webhook_id",
      "webhook_name",
      "webhook_host",
      "previous_webhook_name",
      "previous_webhook_host",
      "changed"),
  DELETED_WEBHOOK(Of.TEAM, "webhook_id", "webhook_name", "webhook_host"),
  REDELIVERED_WEBHOOK_EVENTS(Of.TEAM, "webhook_id", "webhook_name", "deliveries");

  private final String label = name().toLowerCase(Locale.ROOT);
  private final List<String> fields;

  ActivityType(List<String> about, String... more) {
    fields = Stream.concat(about.stream(), Arrays.stream(more)).toList();
  }

  /** The name in the feed: lower case. */
  public String label() {
    return label;
  }

  /** The names of the details; none of them has to be there. */
  public List<String> fields() {
    return fields;
  }

  public static Optional<ActivityType> find(String label) {
    return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
  }

  /** What many are about. */
  private static final class Of {
    static final List<String> NOTHING = List.of();
    static final List<String> HOST =
        List.of("host_id", "host_serial", "host_display_name", "team_id", "team_name");
    static final List<String> TEAM = List.of("team_id", "team_name");
    static final List<String> ABM = List.of("organization", "apple_id");
    static final List<String> USER = List.of("user_id", "user_name", "user_email");
  }
}
