package io.pomona.profiles.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds one profile against the others that the same Macs get. */
final class ScopeLint {
  private static final int SHOWN = 5;

  private ScopeLint() {}

  /**
   * @param others also one with the same identifier, which this one would replace
   */
  static List<LintWarning> of(Neighbour profile, byte[] content, Collection<Neighbour> others) {
    List<LintWarning> warnings = new ArrayList<>();
    for (Neighbour other : others) {
      boolean successor = other.identifier().equals(profile.identifier());
      if (other.uuid().equalsIgnoreCase(profile.uuid()) && !other.hasContent(content)) {
        warnings.add(successor ? changed(other) : shared(other));
      }
      if (!successor) {
        warnings.addAll(contested(profile, other));
      }
    }
    return warnings;
  }

  /** Why adding it would be refused. */
  static List<LintWarning> taken(Neighbour profile, Collection<Neighbour> others) {
    List<LintWarning> warnings = new ArrayList<>();
    for (Neighbour other : others) {
      if (other.identifier().equals(profile.identifier())) {
        warnings.add(taken("identifier_taken", "PayloadIdentifier", other));
      } else if (other.name().equals(profile.name())) {
        warnings.add(taken("name_taken", "PayloadDisplayName", other));
      }
    }
    return warnings;
  }

  private static LintWarning taken(String code, String key, Neighbour other) {
    return new LintWarning(
        code,
        "The profile \""
            + other.name()
            + "\" has this "
            + key
            + " already: adding a second one is refused.");
  }

  private static LintWarning changed(Neighbour other) {
    return new LintWarning(
        "same_uuid",
        "The content differs from the profile \""
            + other.name()
            + "\" under the same PayloadUUID: what a Mac lists cannot show which of the two it has."
            + " Give the changed profile a new PayloadUUID.");
  }

  private static LintWarning shared(Neighbour other) {
    return new LintWarning(
        "same_uuid",
        "The PayloadUUID is that of the profile \"" + other.name() + "\" too. Give it its own.");
  }

  private static List<LintWarning> contested(Neighbour profile, Neighbour other) {
    Map<String, List<String>> keys =
        profile.settings().stream()
            .filter(other.settings()::contains)
            .collect(
                Collectors.groupingBy(
                    SettingKey::domain,
                    TreeMap::new,
                    Collectors.mapping(SettingKey::key, Collectors.toList())));
    return keys.entrySet().stream()
        .map(domain -> contested(other, domain.getKey(), domain.getValue()))
        .toList();
  }

  private static LintWarning contested(Neighbour other, String domain, List<String> keys) {
    String shown = keys.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
    String more = keys.size() > SHOWN ? " and " + (keys.size() - SHOWN) + " more" : "";
    return new LintWarning(
        "same_key",
        "The profile \""
            + other.name()
            + "\" sets "
            + shown
            + more
            + " of "
            + domain
            + " as well; which value counts is not defined.");
  }
}
