package io.pomona.protocol.command.catalogue;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the Mac that a command is for. What is not known is not held against it.
 *
 * @param macOs the version that it reported
 * @param supervised whether it is supervised
 * @param automatedEnrollment whether it was enrolled through Apple Business Manager
 */
public record CommandTarget(
    Optional<OsVersion> macOs,
    Optional<Boolean> supervised,
    Optional<Boolean> automatedEnrollment) {

  public CommandTarget {
    Objects.requireNonNull(macOs);
    Objects.requireNonNull(supervised);
    Objects.requireNonNull(automatedEnrollment);
  }

  /** A Mac of which nothing is known. */
  public static CommandTarget unknown() {
    return new CommandTarget(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A Mac of which only the version is known. */
  public static CommandTarget macOs(String version) {
    return new CommandTarget(OsVersion.parse(version), Optional.empty(), Optional.empty());
  }
}
