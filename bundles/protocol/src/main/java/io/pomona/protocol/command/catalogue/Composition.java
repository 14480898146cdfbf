package io.pomona.protocol.command.catalogue;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keys that were held against the catalogue.
 *
 * @param keys as a Mac gets them; worth sending only without problems
 * @param problems all that is wrong whatever the Mac is
 * @param uses what was used that not every Mac takes
 */
public record Composition(
    String requestType, PlistDict keys, List<KeyProblem> problems, List<KeyUse> uses) {

  /** Whether it matters if a Mac is supervised or was enrolled through Apple Business Manager. */
  public boolean needsManagement() {
    return uses.stream().anyMatch(use -> use.availability().needsManagement());
  }

  /** What this Mac cannot take. */
  public List<KeyProblem> problemsOn(CommandTarget target) {
    return uses.stream().filter(KeyUse::binding).flatMap(use -> unmet(use, target)).toList();
  }

  /** What this Mac will leave out, and what Apple advises against on it. */
  public List<KeyProblem> adviceOn(CommandTarget target) {
    Stream<KeyProblem> leftOut =
        uses.stream().filter(use -> !use.binding()).flatMap(use -> unmet(use, target));
    Stream<KeyProblem> deprecated =
        uses.stream()
            .filter(use -> use.availability().isDeprecatedOn(target))
            .map(use -> new KeyProblem(use.path(), "is deprecated since macOS " + since(use)));
    return Stream.concat(leftOut, deprecated).toList();
  }

  private static Stream<KeyProblem> unmet(KeyUse use, CommandTarget target) {
    return use.availability().unmet(target).stream()
        .map(reason -> new KeyProblem(use.path(), reason));
  }

  private static OsVersion since(KeyUse use) {
    return use.availability().deprecated().orElseThrow();
  }
}
