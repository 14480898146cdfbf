package io.pomona.protocol.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.declarative.DeclarationType;
import io.pomona.protocol.declarative.DeclarationTypes;
import io.pomona.protocol.declarative.ReasonWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Our table of declarations against the newest copy of Apple's schema, both ways. */
public class DeclarationConformanceTest {
  private static final String NEWEST = "overlay-zentral-1548d42/declarative/declarations/";
  private static final List<String> EITHER = List.of("system", "user");

  private final Map<String, AppleSchema> apple = new TreeMap<>();
  private final SchemaDifferences differences = new SchemaDifferences();

  private void read() {
    Stream.of("activations", "assets", "assets/credentials", "configurations", "management")
        .flatMap(folder -> AppleSchema.in(NEWEST + folder).stream())
        .filter(schema -> !type(schema).isEmpty())
        .forEach(schema -> apple.put(type(schema), schema));
  }

  private static String type(AppleSchema schema) {
    return (String) AppleSchema.map(schema.root(), "payload").getOrDefault("declarationtype", "");
  }

  @Test
  public void hasExactlyApplesTypes() {
    read();
    Set<String> ours =
        DeclarationTypes.all().stream()
            .map(DeclarationType::type)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(apple.keySet(), ours);
  }

  @Test
  public void everyTypeIsAsAppleHasIt() {
    read();
    DeclarationTypes.all().forEach(ours -> compare(ours, apple.get(ours.type())));
    assertEquals(List.of(), differences.found());
  }

  private void compare(DeclarationType ours, AppleSchema theirs) {
    String type = ours.type();
    Optional<Map<String, Object>> mac = theirs.mac();
    differences.same(
        type + " since",
        mac.flatMap(known -> OsVersion.parse(known.get("introduced").toString())),
        ours.since());
    List<?> scopes = mac.map(DeclarationConformanceTest::scopes).orElse(List.of());
    differences.same(type + " D", scopes.contains("system"), ours.deviceChannel());
    differences.same(type + " U", scopes.contains("user"), ours.userChannel());
    differences.same(
        type + " supervised",
        mac.filter(known -> List.of("supervised").equals(known.get("allowed-enrollments")))
            .isPresent(),
        ours.supervised());
    differences.same(
        type + " required",
        theirs.macKeys().stream()
            .filter(AppleSchema::required)
            .map(key -> (String) key.get("key"))
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(ours.required()));
  }

  private static List<?> scopes(Map<String, Object> mac) {
    return (List<?>) mac.getOrDefault("allowed-scopes", EITHER);
  }

  @Test
  public void everyReasonOfTheSchemaHasWords() {
    read();
    Set<String> codes = new TreeSet<>();
    Stream.concat(apple.values().stream(), AppleSchema.in("declarative/declarations").stream())
        .flatMap(schema -> AppleSchema.keys(schema.root(), "reasons").stream())
        .forEach(reason -> codes.add((String) reason.get("value")));
    assertTrue("Apple's schema has reasons", codes.size() > 20);
    codes.removeAll(ReasonWords.codes());
    assertEquals(Set.of(), codes);
  }
}
