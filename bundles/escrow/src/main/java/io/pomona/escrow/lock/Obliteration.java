package io.pomona.escrow.lock;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.protocol.command.catalogue.OsVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a Mac does that cannot erase all content and settings: obliterate its disk, so that macOS
 * has to be installed anew, or nothing.
 */
public enum Obliteration {
  /** Reports an error, and then obliterates all the same. */
  DEFAULT("Default"),
  /** Reports an error and does nothing. */
  DO_NOT("DoNotObliterate"),
  /** Acknowledges, and then obliterates. */
  WITH_WARNING("ObliterateWithWarning"),
  /** Obliterates without trying anything else. */
  ALWAYS("Always");

  private static final OsVersion FIRST = new OsVersion(List.of(12));

  private final String wire;

  Obliteration(String wire) {
    this.wire = wire;
  }

  /** Apple's name, in any case; absent is the default. */
  public static Obliteration of(Optional<String> name) {
    return name.filter(text -> !text.isBlank()).map(Obliteration::named).orElse(DEFAULT);
  }

  private static Obliteration named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.wire.equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "escrow.unknown_behavior",
                    "obliteration_behavior",
                    "It is one of " + names() + "."));
  }

  /** All of Apple's names, with commas between. */
  public static String names() {
    return String.join(", ", wires());
  }

  /** Each of Apple's names. */
  public static List<String> wires() {
    return Arrays.stream(values()).map(each -> each.wire).toList();
  }

  /** Macs before macOS 12 do not know it. */
  Optional<String> keyFor(Host host) {
    boolean old =
        OsVersion.parse(host.facts().osVersion())
            .filter(version -> version.compareTo(FIRST) < 0)
            .isPresent();
    return old ? Optional.empty() : Optional.of(wire);
  }
}
