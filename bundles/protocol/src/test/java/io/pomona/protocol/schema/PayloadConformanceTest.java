package io.pomona.protocol.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.profile.catalogue.PayloadCatalogue;
import io.pomona.protocol.profile.catalogue.PayloadType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.Test;

/** Our table of payloads against Apple's schema, both ways. */
public class PayloadConformanceTest {
  /** What every payload and every profile has, which Apple describes in the same folder. */
  private static final Set<String> NO_PAYLOADS = Set.of("CommonPayloadKeys", "TopLevel");

  private static final List<String> OTHERS = List.of("iOS", "tvOS", "visionOS", "watchOS");

  private final Map<String, List<AppleSchema>> apple =
      AppleSchema.in("mdm/profiles").stream()
          .filter(payload -> !NO_PAYLOADS.contains(payload.payloadType()))
          .collect(
              Collectors.groupingBy(AppleSchema::payloadType, TreeMap::new, Collectors.toList()));

  private final SchemaDifferences differences = new SchemaDifferences();

  @Test
  public void hasExactlyApplesPayloads() {
    Set<String> ours =
        PayloadCatalogue.all().stream()
            .map(PayloadType::type)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(apple.keySet(), ours);
    assertEquals(
        "of Macs", 103, PayloadCatalogue.all().stream().filter(PayloadType::onMacs).count());
  }

  @Test
  public void everyPayloadIsAsAppleHasIt() {
    PayloadCatalogue.all().forEach(ours -> compare(ours, apple.get(ours.type())));
    assertEquals(List.of(), differences.found());
  }

  private void compare(PayloadType ours, List<AppleSchema> kinds) {
    List<Map<String, Object>> macs = kinds.stream().flatMap(kind -> kind.mac().stream()).toList();
    String type = ours.type();
    differences.same(type + " on Macs", !macs.isEmpty(), ours.onMacs());
    if (macs.isEmpty()) {
      differences.same(type + " elsewhere", elsewhere(kinds), ours.elsewhere());
      return;
    }
    differences.same(type + " since", since(macs), ours.since());
    differences.same(type + " D", any(macs, "devicechannel"), ours.deviceChannel());
    differences.same(type + " U", any(macs, "userchannel"), ours.userChannel());
    differences.same(type + " multiple", any(macs, "multiple"), ours.multiple());
    differences.same(type + " approved", all(macs, "userapprovedmdm"), ours.approved());
    differences.same(type + " deprecated", version(macs, "deprecated"), ours.deprecated());
    differences.same(type + " removed", version(macs, "removed"), ours.removed());
    differences.same(type + " required", required(kinds), new TreeSet<>(ours.required()));
  }

  private static List<String> elsewhere(List<AppleSchema> kinds) {
    Map<String, Object> systems =
        AppleSchema.map(AppleSchema.map(kinds.get(0).root(), "payload"), "supportedOS");
    return OTHERS.stream()
        .filter(systems::containsKey)
        .filter(system -> !"n/a".equals(AppleSchema.map(systems, system).get("introduced")))
        .toList();
  }

  private static Optional<OsVersion> since(List<Map<String, Object>> macs) {
    return macs.stream()
        .flatMap(mac -> OsVersion.parse(mac.get("introduced").toString()).stream())
        .min(OsVersion::compareTo);
  }

  private static boolean any(List<Map<String, Object>> macs, String flag) {
    return macs.stream().anyMatch(mac -> mac.get(flag) == Boolean.TRUE);
  }

  private static boolean all(List<Map<String, Object>> macs, String flag) {
    return macs.stream().allMatch(mac -> mac.get(flag) == Boolean.TRUE);
  }

  private static Optional<OsVersion> version(List<Map<String, Object>> macs, String name) {
    List<String> versions =
        macs.stream()
            .map(mac -> mac.get(name))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .toList();
    return versions.size() == macs.size() ? OsVersion.parse(versions.get(0)) : Optional.empty();
  }

  private static Set<String> required(List<AppleSchema> kinds) {
    List<Set<String>> each = new ArrayList<>();
    for (AppleSchema kind : kinds) {
      each.add(
          kind.macKeys().stream()
              .filter(AppleSchema::required)
              .map(key -> (String) key.get("key"))
              .collect(Collectors.toSet()));
    }
    Set<String> common = new HashSet<>(each.get(0));
    each.forEach(common::retainAll);
    return new TreeSet<>(common);
  }

  @Test
  public void whatIsAThingOfItsOwnMayBeThereSeveralTimes() {
    Predicate<PayloadType> once = type -> !type.multiple();
    assertEquals(
        Collections.emptyList(),
        PayloadCatalogue.all().stream().filter(PayloadType::thing).filter(once).toList());
    assertTrue(PayloadCatalogue.find("com.apple.wifi.managed").orElseThrow().thing());
  }
}
