package io.pomona.protocol.dep;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How Macs go through Setup Assistant and what they are bound to, as a person wrote it: without
 * what a server adds. Called a profile by Apple; it has nothing to do with a .mobileconfig.
 *
 * @param fields in the order of the person's file
 * @param warnings what is allowed and probably not meant, a sentence each
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/profile">Profile</a>
 */
public record SetupProfile(Map<String, Object> fields, List<String> warnings) {
  public SetupProfile {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    warnings = List.copyOf(warnings);
  }

  public String name() {
    return (String) fields.get("profile_name");
  }

  /** JSON with the fields in their order. */
  public String json() {
    return SetupJson.compact(fields);
  }

  /** What {@link #json} gave, without checking it again. */
  public static SetupProfile stored(String json) {
    return new SetupProfile(SetupJson.stored(json), List.of());
  }

  /** The same in lines, for a file. */
  public byte[] file() {
    return SetupJson.inLines(fields).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What is told to Apple. Equal profiles with equal places are the same text.
   *
   * @param place what the server adds
   */
  public String definition(SetupPlace place) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("url", place.url());
    place.webUrl().ifPresent(url -> all.put("configuration_web_url", url));
    all.put("await_device_configured", true);
    if (!place.anchors().isEmpty()) {
      all.put("anchor_certs", place.anchors());
    }
    return SetupJson.compact(new TreeMap<>(all));
  }
}
