package io.pomona.abm.setup.rest;

import io.pomona.api.abm.BootstrapPackage;
import java.time.Instant;

/**
 * What is known of a bootstrap package, as clients of today read it and, once more, as those of
 * 2023 do.
 */
public record BootstrapPackageAnswer(
    String name,
    long teamId,
    String sha256,
    String token,
    Instant createdAt,
    BootstrapPackageView metadata) {
  static BootstrapPackageAnswer of(BootstrapPackage found) {
    BootstrapPackageView view = BootstrapPackageView.of(found);
    return new BootstrapPackageAnswer(
        view.name(), view.teamId(), view.sha256(), view.token(), view.createdAt(), view);
  }
}
