package io.pomona.protocol.schema;

import io.pomona.protocol.command.catalogue.AccessRight;
import io.pomona.protocol.command.catalogue.Availability;
import io.pomona.protocol.command.catalogue.CommandKey;
import io.pomona.protocol.command.catalogue.KeyChoice;
import io.pomona.protocol.command.catalogue.KeyType;
import io.pomona.protocol.command.catalogue.OsVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Walks through Apple's keys and ours side by side and collects where they differ. */
final class SchemaDifferences {
  private static final Map<String, AccessRight> RIGHTS =
      Map.of(
          "AllowInspection", AccessRight.INSPECT,
          "AllowInstallationRemoval", AccessRight.PROFILES,
          "AllowPasscodeRemovalAndLock", AccessRight.LOCK,
          "DeviceLockAndRemovePasscode", AccessRight.LOCK,
          "AllowDeviceErase", AccessRight.ERASE,
          "AllowQueryDeviceInformation", AccessRight.DEVICE,
          "AllowQueryNetworkInformation", AccessRight.NETWORK,
          "AllowQuerySecurity", AccessRight.SECURITY,
          "AllowSettings", AccessRight.SETTINGS,
          "AllowAppInstallation", AccessRight.INSTALL_APPLICATIONS);

  private static final List<String> QUERY_APPLICATIONS =
      List.of("QueryInstalledApps", "AllowQueryApplications");

  private static final List<String> NO_RIGHT = List.of("null", "None", "n/a", "Special Case");

  private final List<String> found = new ArrayList<>();
  private int compared;

  List<String> found() {
    return found;
  }

  int compared() {
    return compared;
  }

  void same(String what, Object apple, Object ours) {
    if (!Objects.equals(apple, ours)) {
      found.add(what + ": Apple says " + apple + ", we say " + ours);
    }
  }

  void availability(String path, Map<String, Object> mac, Availability ours) {
    same(path + " since", text(mac.get("introduced")), version(ours.since()));
    same(path + " deprecated", text(mac.get("deprecated")), version(ours.deprecated()));
    same(path + " right", right(mac), ours.right().map(AccessRight::label).orElse(""));
    same(path + " supervised", mac.get("supervised") == Boolean.TRUE, ours.supervised());
    same(path + " automated", mac.get("requiresdep") == Boolean.TRUE, ours.automatedEnrollment());
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static String version(java.util.Optional<OsVersion> version) {
    return version.map(OsVersion::toString).orElse("");
  }

  private static String right(Map<String, Object> mac) {
    String name = String.valueOf(mac.get("accessrights"));
    if (NO_RIGHT.contains(name)) {
      return "";
    }
    return QUERY_APPLICATIONS.contains(name)
        ? AccessRight.APPLICATIONS.label()
        : Objects.requireNonNull(RIGHTS.get(name), name).label();
  }

  void dictionary(String path, List<Map<String, Object>> apple, CommandKey ours) {
    Map<String, Map<String, Object>> theirs = byName(apple);
    same(path + " open", theirs.remove("ANY") != null, ours.open());
    same(path + " keys", theirs.keySet(), names(ours));
    theirs.forEach(
        (name, key) -> ours.key(name).ifPresent(own -> key(path + "." + name, key, own)));
  }

  private static Map<String, Map<String, Object>> byName(List<Map<String, Object>> keys) {
    return keys.stream()
        .filter(AppleSchema::onMac)
        .collect(
            Collectors.toMap(
                key -> (String) key.get("key"), key -> key, (a, b) -> a, TreeMap::new));
  }

  private static TreeSet<String> names(CommandKey ours) {
    return ours.keys().stream()
        .map(CommandKey::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void key(String path, Map<String, Object> apple, CommandKey ours) {
    compared++;
    same(path + " type", AppleSchema.type(apple), ours.type().label());
    same(path + " required", AppleSchema.required(apple), ours.required());
    limits(path, apple, ours);
    deviceOnly(path, AppleSchema.macOf(apple), ours.availability());
    availability(path, AppleSchema.macOf(apple), ours.availability());
    within(path, apple, ours);
  }

  private void limits(String path, Map<String, Object> apple, CommandKey ours) {
    same(path + " default", text(apple.get("default")), ours.usual().orElse(""));
    if (apple.containsKey("range")) {
      Map<String, Object> range = AppleSchema.map(apple, "range");
      same(
          path + " min",
          text(range.get("min")),
          ours.limits().min().map(String::valueOf).orElse(""));
      same(
          path + " max",
          text(range.get("max")),
          ours.limits().max().map(String::valueOf).orElse(""));
    }
  }

  private void deviceOnly(String path, Map<String, Object> mac, Availability ours) {
    same(path + " for users", mac.get("userchannel") != Boolean.FALSE, ours.userChannel());
    same(path + " for the Mac", mac.get("devicechannel") != Boolean.FALSE, ours.deviceChannel());
  }

  private void within(String path, Map<String, Object> apple, CommandKey ours) {
    List<Map<String, Object>> inner =
        AppleSchema.keys(apple, "subkeys").stream().filter(AppleSchema::onMac).toList();
    if (ours.type() == KeyType.DICTIONARY) {
      dictionary(path, inner, ours);
    } else if (ours.type() == KeyType.ARRAY) {
      elements(path, inner, ours);
    } else {
      choices(path, apple, inner, ours);
    }
  }

  private void elements(String path, List<Map<String, Object>> apple, CommandKey ours) {
    if (ours.keys().size() > 1) {
      dictionary(path, apple, ours);
      return;
    }
    same(path + " kinds of elements", apple.size(), ours.keys().size());
    CommandKey element = ours.keys().get(0);
    same(path + "[] type", AppleSchema.type(apple.get(0)), element.type().label());
    within(path + "[]", apple.get(0), element);
  }

  /** The values of a key are in a list, or are keys of a string where each has needs of its own. */
  private void choices(
      String path, Map<String, Object> apple, List<Map<String, Object>> inner, CommandKey ours) {
    Map<String, Map<String, Object>> theirs = byName(inner);
    AppleSchema.values(apple).forEach(value -> theirs.put(value, Map.of()));
    same(
        path + " values",
        theirs.keySet(),
        ours.choices().stream()
            .map(KeyChoice::value)
            .collect(Collectors.toCollection(TreeSet::new)));
    for (KeyChoice choice : ours.choices()) {
      Map<String, Object> mac = AppleSchema.macOf(theirs.getOrDefault(choice.value(), Map.of()));
      availability(path + " " + choice.value(), mac, choice.availability());
      deviceOnly(path + " " + choice.value(), mac, choice.availability());
      compared++;
    }
  }
}
