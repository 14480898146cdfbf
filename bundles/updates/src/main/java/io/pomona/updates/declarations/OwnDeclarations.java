package io.pomona.updates.declarations;

import io.pomona.api.updates.UpdatePolicy;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationTypes;
import io.pomona.updates.declarations.TeamItems.Uploaded;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the server itself declares. */
final class OwnDeclarations {
  /** Of identifiers that nobody else may use. */
  static final String PREFIX = "io.pomona.";

  /** The macOS that is required. */
  static final String UPDATE = PREFIX + "update";

  static final String STATUS = PREFIX + "status";
  static final String ACTIVATION = PREFIX + "activation";

  /** Of the configurations that people upload without an activation. */
  static final String UPLOADED = ACTIVATION + ".declarations";

  private static final OsVersion REPORTS_UPDATES = new OsVersion(List.of(14));
  private static final DateTimeFormatter ON_THE_WALL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private static final List<String> ALWAYS =
      List.of(
          "device.identifier.serial-number",
          "device.identifier.udid",
          "device.model.family",
          "device.operating-system.build-version",
          "device.operating-system.version",
          "management.client-capabilities",
          "management.declarations");

  private static final List<String> OF_UPDATES =
      List.of(
          "softwareupdate.failure-reason",
          "softwareupdate.install-reason",
          "softwareupdate.install-state",
          "softwareupdate.pending-version");

  private OwnDeclarations() {}

  /** None where nothing else is wanted: nobody hears of declarations without need. */
  static List<Declaration> all(
      OsVersion version, Uploaded uploaded, Optional<UpdatePolicy> required) {
    if (uploaded.isEmpty() && required.isEmpty()) {
      return List.of();
    }
    List<Declaration> all = new ArrayList<>();
    all.add(status(version));
    required.map(OwnDeclarations::update).ifPresent(all::add);
    all.add(activation(ACTIVATION, all.stream().map(Declaration::identifier).toList()));
    if (!uploaded.unnamed().isEmpty()) {
      all.add(activation(UPLOADED, uploaded.unnamed()));
    }
    return all;
  }

  private static Declaration update(UpdatePolicy policy) {
    return Declaration.of(
        UPDATE,
        DeclarationTypes.UPDATE_ENFORCEMENT,
        Map.of(
            "TargetOSVersion", policy.minimumVersion(),
            "TargetLocalDateTime", ON_THE_WALL.format(policy.localDeadline())));
  }

  /** Only what that macOS knows: it would report the others as errors. */
  private static Declaration status(OsVersion version) {
    boolean more = version.compareTo(REPORTS_UPDATES) >= 0;
    List<Map<String, Object>> items =
        Stream.concat(ALWAYS.stream(), more ? OF_UPDATES.stream() : Stream.empty())
            .<Map<String, Object>>map(name -> Map.of("Name", name))
            .toList();
    return Declaration.of(
        STATUS, DeclarationTypes.STATUS_SUBSCRIPTIONS, Map.of("StatusItems", items));
  }

  private static Declaration activation(String identifier, List<String> configurations) {
    return Declaration.of(
        identifier, DeclarationTypes.ACTIVATION, Map.of("StandardConfigurations", configurations));
  }
}
