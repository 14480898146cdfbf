package io.pomona.protocol.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.command.catalogue.Availability;
import io.pomona.protocol.command.catalogue.CommandCatalogue;
import io.pomona.protocol.command.catalogue.CommandDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;

/** Our catalogue against Apple's schema, both ways: commands, keys, values and what they need. */
public class CatalogueConformanceTest {
  private final Map<String, AppleSchema> apple = apple();

  private static Map<String, AppleSchema> apple() {
    return AppleSchema.in("mdm/commands").stream()
        .filter(command -> command.mac().isPresent())
        .collect(
            Collectors.toMap(
                AppleSchema::requestType, command -> command, (a, b) -> a, TreeMap::new));
  }

  @Test
  public void hasExactlyTheCommandsOfMacs() {
    Set<String> ours =
        CommandCatalogue.all().stream()
            .map(CommandDefinition::requestType)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(apple.keySet(), ours);
    assertEquals("Apple's list of this schema", 50, ours.size());
  }

  @Test
  public void everyCommandIsToBeHadWhereAppleSays() {
    SchemaDifferences differences = new SchemaDifferences();
    for (CommandDefinition ours : CommandCatalogue.all()) {
      Map<String, Object> mac = apple.get(ours.requestType()).mac().orElseThrow();
      differences.availability(ours.requestType(), mac, ours.availability());
      differences.same(
          ours.requestType() + " on a user's own Mac",
          "allowed".equals(AppleSchema.map(mac, "userenrollment").get("mode")),
          ours.userEnrollment());
      differences.same(
          ours.requestType() + " channels", channels(mac), channels(ours.availability()));
    }
    assertEquals(List.of(), differences.found());
  }

  private static String channels(Map<String, Object> mac) {
    return mac.get("devicechannel") + "/" + mac.get("userchannel");
  }

  private static String channels(Availability ours) {
    return ours.deviceChannel() + "/" + ours.userChannel();
  }

  @Test
  public void everyKeyIsAsAppleHasIt() {
    SchemaDifferences differences = new SchemaDifferences();
    for (CommandDefinition ours : CommandCatalogue.all()) {
      differences.dictionary(
          ours.requestType(), apple.get(ours.requestType()).macKeys(), ours.body());
    }
    assertEquals(List.of(), differences.found());
    assertTrue("as many keys as " + differences.compared(), differences.compared() > 190);
  }
}
