package io.pomona.abm.setup.rest;

import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A bootstrap package in the reference's form.
 *
 * @param teamId 0 for no team
 * @param sha256 in base64, as its clients compare it
 */
public record BootstrapPackageView(
    String name, long teamId, String sha256, String token, Instant createdAt) {
  static BootstrapPackageView of(BootstrapPackage found) {
    return new BootstrapPackageView(
        found.name(),
        found.team().map(TeamId::value).orElse(0L),
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(found.sha256())),
        found.token(),
        found.createdAt());
  }
}
