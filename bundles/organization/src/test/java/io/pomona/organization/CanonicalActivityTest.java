package io.pomona.organization;

import static org.junit.Assert.assertEquals;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityLink;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SettableClock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class CanonicalActivityTest {
  private static byte[] bytes(String name, String type, Map<String, Object> details) {
    return CanonicalActivity.bytes(
        1,
        ActivityLink.BEGINNING,
        new Activity(2, SettableClock.START, Optional.empty(), name, "", type, details));
  }

  private static String hash(byte[] bytes) {
    return Fixtures.hash(HexFormat.of().formatHex(bytes));
  }

  /** What is chained already must stay verifiable: this value never changes. */
  @Test
  public void theBytesNeverChange() {
    assertEquals(
        "647940c7710915b6a99d23aa87914e61b215bdd6981352dfa9ec7a6854b42047",
        hash(bytes("Ada", "wiped_host", Map.of("host_id", 7L, "ids", List.of(1L), "on", true))));
  }

  @Test
  public void noTwoActivitiesHaveTheSame() {
    List<byte[]> all =
        List.of(
            bytes("a", "bc", Map.of()),
            bytes("ab", "c", Map.of()),
            bytes("a", "b", Map.of("x", "1")),
            bytes("a", "b", Map.of("x", 1L)),
            bytes("a", "b", Map.of("x", List.of(1L))),
            bytes("a", "b", Map.of("x", List.of("1"))),
            bytes("a", "b", Map.of("x", true)),
            bytes("a", "b", Map.of("x", "true")),
            bytes("a", "b", Map.of("x1", "")));
    Set<String> different = new HashSet<>();
    all.forEach(bytes -> different.add(hash(bytes)));
    assertEquals(all.size(), different.size());
  }
}
