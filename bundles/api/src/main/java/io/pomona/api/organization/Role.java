package io.pomona.api.organization;

/**
 * What a person is in the organization. What each role may do is decided by {@link Access} alone.
 */
public enum Role {
  ADMIN,
  MAINTAINER,
  OBSERVER,
  /** An observer who may ask Macs more than is known of them already. */
  OBSERVER_PLUS,
  GITOPS;

  /** The name in the API, in YAML and in the shell: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
