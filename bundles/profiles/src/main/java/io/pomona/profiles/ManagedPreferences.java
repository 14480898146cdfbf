package io.pomona.profiles;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.stream.Stream;

/** The settings of one domain in a payload com.apple.ManagedClient.preferences. */
public final class ManagedPreferences {
  static final String TYPE = "com.apple.ManagedClient.preferences";

  private static final List<String> STRENGTHS = List.of("Forced", "Set-Once", "Often");

  private ManagedPreferences() {}

  /**
   * @param domain what stands under the name of the domain
   */
  public static List<PlistDict> of(PlistDict domain) {
    return STRENGTHS.stream()
        .flatMap(strength -> domain.dicts(strength).stream())
        .flatMap(part -> part.dict("mcx_preference_settings").stream())
        .toList();
  }

  /** Whether a payload holds domains and not settings. */
  public static boolean isContainer(PlistDict payload) {
    return payload.string("PayloadType").filter(TYPE::equals).isPresent();
  }

  /** The domains of such a payload by name, each with its settings. */
  public static Stream<Domain> domains(PlistDict payload) {
    return payload.dict("PayloadContent").orElse(PlistDict.of()).asMap().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof PlistDict)
        .map(entry -> new Domain(entry.getKey(), of((PlistDict) entry.getValue())));
  }

  /** Settings of one application. */
  public record Domain(String name, List<PlistDict> settings) {}
}
