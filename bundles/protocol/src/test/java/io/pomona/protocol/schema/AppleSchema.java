package io.pomona.protocol.schema;

import io.pomona.protocol.SharedFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One file of Apple's schema, as it looks to a Mac. */
record AppleSchema(Map<String, Object> root) {

  static List<AppleSchema> in(String folder) {
    return SharedFolder.schema(folder).stream()
        .map(
            file -> {
              Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
              String text = new String(SharedFolder.bytes(file), StandardCharsets.UTF_8);
              return new AppleSchema(yaml.<Map<String, Object>>load(text));
            })
        .toList();
  }

  String requestType() {
    return (String) payload().get("requesttype");
  }

  String payloadType() {
    return (String) payload().get("payloadtype");
  }

  private Map<String, Object> payload() {
    return map(root, "payload");
  }

  /** Empty when no Mac knows it. */
  Optional<Map<String, Object>> mac() {
    return mac(payload());
  }

  /** The keys of the request that macOS knows. */
  List<Map<String, Object>> macKeys() {
    return keys(root, "payloadkeys").stream().filter(AppleSchema::onMac).toList();
  }

  static boolean onMac(Map<String, Object> key) {
    return !map(key, "supportedOS").containsKey("macOS") || mac(key).isPresent();
  }

  private static Optional<Map<String, Object>> mac(Map<String, Object> owner) {
    Map<String, Object> mac = map(map(owner, "supportedOS"), "macOS");
    return mac.isEmpty() || "n/a".equals(mac.get("introduced"))
        ? Optional.empty()
        : Optional.of(mac);
  }

  static String type(Map<String, Object> key) {
    return ((String) key.get("type")).replaceAll("[<>]", "");
  }

  static boolean required(Map<String, Object> key) {
    return "required".equals(key.get("presence"));
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> keys(Map<String, Object> owner, String name) {
    return (List<Map<String, Object>>) owner.getOrDefault(name, List.of());
  }

  /** The values that a key is confined to, as texts. */
  static List<String> values(Map<String, Object> key) {
    return ((List<?>) key.getOrDefault("rangelist", List.of()))
        .stream().map(String::valueOf).toList();
  }

  /** What a key says of macOS; empty when it says nothing. */
  static Map<String, Object> macOf(Map<String, Object> key) {
    return map(map(key, "supportedOS"), "macOS");
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> owner, String name) {
    return (Map<String, Object>) owner.getOrDefault(name, Map.of());
  }
}
