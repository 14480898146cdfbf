package io.pomona.profiles.rest;

import io.pomona.api.profiles.ProfileStatus;
import java.util.Map;

/** How many hosts, or profiles of one host, are how far. */
public record SummaryView(long verified, long verifying, long pending, long failed) {
  static SummaryView of(Map<ProfileStatus, Long> summary) {
    return new SummaryView(
        summary.getOrDefault(ProfileStatus.VERIFIED, 0L),
        summary.getOrDefault(ProfileStatus.VERIFYING, 0L),
        summary.getOrDefault(ProfileStatus.PENDING, 0L),
        summary.getOrDefault(ProfileStatus.FAILED, 0L));
  }
}
