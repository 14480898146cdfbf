package io.pomona.protocol.plist;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class PlistDictTest {
  private final PlistDict dict =
      PlistDict.builder()
          .put("z", "text")
          .put("number", 7)
          .put("real", 1.5)
          .put("bool", true)
          .put("data", new byte[] {1, 2})
          .put("date", Instant.EPOCH)
          .put("map", Map.of("inner", 1))
          .put("list", List.of("a", 1, Map.of("k", "v"), "b"))
          .build();

  @Test
  public void givesValuesByType() {
    assertEquals(Optional.of("text"), dict.string("z"));
    assertEquals(Optional.of(7L), dict.integer("number"));
    assertEquals(Optional.of(1.5), dict.real("real"));
    assertEquals(Optional.of(7.0), dict.real("number"));
    assertEquals(Optional.of(true), dict.bool("bool"));
    assertArrayEquals(new byte[] {1, 2}, dict.data("data").get());
    assertEquals(Optional.of(Instant.EPOCH), dict.date("date"));
    assertEquals(Optional.of(1L), dict.dict("map").get().integer("inner"));
    assertEquals(List.of("a", "b"), dict.strings("list"));
    assertEquals(List.of(PlistDict.of().with("k", "v")), dict.dicts("list"));
    assertEquals(4, dict.array("list").size());
  }

  @Test
  public void answersEmptyForAnotherTypeOrNoKey() {
    assertEquals(Optional.empty(), dict.string("number"));
    assertEquals(Optional.empty(), dict.integer("real"));
    assertEquals(Optional.empty(), dict.bool("absent"));
    assertEquals(List.of(), dict.array("z"));
    assertEquals(List.of(), dict.dicts("absent"));
    assertFalse(dict.has("absent"));
  }

  @Test
  public void keepsTheOrderOfItsKeys() {
    assertEquals(
        List.of("z", "number", "real", "bool", "data", "date", "map", "list"),
        List.copyOf(dict.keys()));
  }

  @Test
  public void cannotBeChangedFromOutside() {
    byte[] bytes = {1};
    List<Object> list = new ArrayList<>(List.of("a"));
    PlistDict made = PlistDict.builder().put("data", bytes).put("list", list).build();
    bytes[0] = 9;
    list.add("b");
    made.data("data").get()[0] = 8;
    assertArrayEquals(new byte[] {1}, made.data("data").get());
    assertEquals(List.of("a"), made.array("list"));
    assertThrows(RuntimeException.class, () -> made.asMap().put("x", "y"));
    assertThrows(RuntimeException.class, () -> made.array("list").add("y"));
  }

  @Test
  public void copiesWithAnotherValue() {
    PlistDict copy = dict.with("z", "other");
    assertEquals(Optional.of("other"), copy.string("z"));
    assertEquals(Optional.of("text"), dict.string("z"));
    assertEquals(dict, copy.with("z", "text"));
  }

  @Test
  public void comparesContentAndNotOrder() {
    PlistDict one = PlistDict.of().with("a", new byte[] {1}).with("b", List.of(new byte[] {2}));
    PlistDict other = PlistDict.of().with("b", List.of(new byte[] {2})).with("a", new byte[] {1});
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertNotEquals(one, other.with("a", new byte[] {3}));
    assertNotEquals(one, PlistDict.of());
  }

  @Test
  public void printsNoValues() {
    assertEquals("PlistDict[Secret]", PlistDict.of().with("Secret", "hunter2").toString());
  }

  @Test
  public void refusesOtherTypes() {
    assertThrows(IllegalArgumentException.class, () -> PlistDict.builder().put("x", new Object()));
    assertThrows(IllegalArgumentException.class, () -> PlistDict.builder().put("x", null));
    assertTrue(PlistDict.builder().build().keys().isEmpty());
  }
}
