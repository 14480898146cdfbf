package io.pomona.profiles.lint;

import io.pomona.protocol.profile.MobileConfig;
import java.util.Arrays;
import java.util.Set;

/** What others have to know of a profile of the same scope. */
public final class Neighbour {
  private final MobileConfig profile;
  private final Set<SettingKey> settings;

  private Neighbour(MobileConfig profile) {
    this.profile = profile;
    this.settings = SettingKey.of(profile);
  }

  public static Neighbour of(MobileConfig profile) {
    return new Neighbour(profile);
  }

  public String identifier() {
    return profile.identifier();
  }

  public String name() {
    return profile.displayName();
  }

  String uuid() {
    return profile.uuid();
  }

  Set<SettingKey> settings() {
    return settings;
  }

  public boolean hasContent(byte[] content) {
    return Arrays.equals(profile.content(), content);
  }
}
