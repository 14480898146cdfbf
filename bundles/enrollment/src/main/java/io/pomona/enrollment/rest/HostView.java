package io.pomona.enrollment.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A host in the reference's form. What only an agent could tell is empty or zero, since its clients
 * expect the keys.
 *
 * @param osSupported false for a version that this server is not made for; true when unknown
 * @param diskEncryptionEnabled empty where the Mac has not said it, and in lists
 * @param supervised likewise
 */
public record HostView(
    long id,
    String uuid,
    String hostname,
    String displayName,
    String displayText,
    String computerName,
    String platform,
    String osVersion,
    boolean osSupported,
    String build,
    String osqueryVersion,
    String hardwareSerial,
    String hardwareModel,
    String hardwareModelName,
    String status,
    Optional<Long> teamId,
    Optional<String> teamName,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> seenTime,
    Optional<Instant> lastEnrolledAt,
    Optional<Instant> detailUpdatedAt,
    Optional<Instant> labelUpdatedAt,
    Optional<Instant> policyUpdatedAt,
    boolean refetchRequested,
    String primaryIp,
    String primaryMac,
    String publicIp,
    long memory,
    long uptime,
    double gigsDiskSpaceAvailable,
    double percentDiskSpaceAvailable,
    Optional<Boolean> diskEncryptionEnabled,
    Optional<Boolean> supervised,
    IssuesView issues,
    List<Object> labels,
    MdmView mdm) {

  /** Policies are not a thing of this server. */
  public record IssuesView(long totalIssuesCount, long failingPoliciesCount) {}
}
