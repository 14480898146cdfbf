package io.pomona.profiles.lint;

import io.pomona.profiles.ManagedPreferences;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.profile.MobileConfig;
import io.pomona.protocol.profile.catalogue.PayloadCatalogue;
import io.pomona.protocol.profile.catalogue.PayloadType;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting that a profile makes for the whole Mac.
 *
 * @param domain the payload type, or the domain of managed preferences, which is the same to a Mac
 */
record SettingKey(String domain, String key) {

  /** All that a profile sets; accounts, certificates and the like stand beside each other. */
  static Set<SettingKey> of(MobileConfig profile) {
    return profile.dictionary().dicts("PayloadContent").stream()
        .flatMap(SettingKey::ofPayload)
        .collect(Collectors.toSet());
  }

  private static Stream<SettingKey> ofPayload(PlistDict payload) {
    if (ManagedPreferences.isContainer(payload)) {
      return ManagedPreferences.domains(payload)
          .flatMap(domain -> domain.settings().stream().flatMap(all -> keys(domain.name(), all)));
    }
    String type = payload.string("PayloadType").orElse("");
    boolean things = PayloadCatalogue.find(type).filter(PayloadType::thing).isPresent();
    return things ? Stream.empty() : keys(type, payload);
  }

  private static Stream<SettingKey> keys(String domain, PlistDict settings) {
    return settings.keys().stream()
        .filter(key -> !key.startsWith("Payload"))
        .map(key -> new SettingKey(domain, key));
  }
}
