package io.pomona.protocol.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.dep.SkipKey;
import io.pomona.protocol.dep.SkipKeys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Our panes of Setup Assistant are those of Apple's schema and of a newer copy of it. */
public class SkipKeyConformanceTest {
  @Test
  public void panesOfMacsAreThoseOfTheSchema() {
    Map<String, String> apples = new TreeMap<>();
    for (AppleSchema schema : schemas()) {
      schema.macKeys().forEach(key -> apples.put((String) key.get("key"), since(key)));
    }
    Map<String, String> ours =
        SkipKeys.MAC.stream().collect(Collectors.toMap(SkipKey::name, SkipKey::since));
    assertEquals(apples, new TreeMap<>(ours));
  }

  @Test
  public void panesOfOthersAreTheRest() {
    TreeSet<String> others = new TreeSet<>();
    for (AppleSchema schema : schemas()) {
      AppleSchema.keys(schema.root(), "payloadkeys")
          .forEach(key -> others.add((String) key.get("key")));
    }
    SkipKeys.MAC.forEach(key -> others.remove(key.name()));
    assertEquals(others, new TreeSet<>(SkipKeys.OTHERS));
  }

  /** The newer one last. */
  private static List<AppleSchema> schemas() {
    List<AppleSchema> found =
        Stream.of("other", "overlay-zentral-1548d42/other")
            .flatMap(folder -> AppleSchema.in(folder).stream())
            .filter(schema -> "SkipKeys".equals(schema.root().get("title")))
            .toList();
    assertTrue("Apple's schema has SkipKeys", !found.isEmpty());
    return found;
  }

  private static String since(Map<String, Object> key) {
    return AppleSchema.macOf(key).getOrDefault("introduced", "").toString();
  }
}
