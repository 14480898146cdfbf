package io.pomona.simulator.apple.abm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The calls of Apple's device-enrollment API that the virtual one serves. */
public enum AbmEndpoint {
  SESSION("/session", "get_session", "GET"),
  ACCOUNT("/account", "get_account", "GET"),
  FETCH("/server/devices", "post_server_devices", "POST"),
  SYNC("/devices/sync", "post_devices_sync", "POST"),
  DETAILS("/devices", "post_devices", "POST"),
  DISOWN("/devices/disown", "post_devices_disown", "POST"),
  DEFINE_PROFILE("/profile", "post_profile", "POST"),
  READ_PROFILE("/profile", "get_profile", "GET"),
  /** Apple's pages say POST today; most clients send PUT. */
  ASSIGN_PROFILE("/profile/devices", "put_profile_devices", "PUT", "POST"),
  REMOVE_PROFILE("/profile/devices", "delete_profile_devices", "DELETE");

  private final String path;
  private final String script;
  private final List<String> methods;

  AbmEndpoint(String path, String script, String... methods) {
    this.path = path;
    this.script = script;
    this.methods = List.of(methods);
  }

  public String path() {
    return path;
  }

  public List<String> methods() {
    return methods;
  }

  /** True for the calls that take serial numbers or pages of them. */
  boolean counted() {
    return !List.of(SESSION, ACCOUNT, DEFINE_PROFILE, READ_PROFILE).contains(this);
  }

  static Optional<AbmEndpoint> of(String method, String path) {
    return Arrays.stream(values())
        .filter(endpoint -> endpoint.path.equals(path) && endpoint.methods.contains(method))
        .findFirst();
  }

  static boolean known(String path) {
    return Arrays.stream(values()).anyMatch(endpoint -> endpoint.path.equals(path));
  }

  /** By the key of depsim's configuration, {@code get_session_responses} for one. */
  static AbmEndpoint scripted(String key) {
    return Arrays.stream(values())
        .filter(endpoint -> key.equals(endpoint.script + "_responses"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No endpoint is called " + key));
  }
}
