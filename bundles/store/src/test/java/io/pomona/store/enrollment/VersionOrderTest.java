package io.pomona.store.enrollment;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class VersionOrderTest {

  @Test
  public void versionsAreInTheirOrder() {
    List<String> versions = List.of("", "12.7.6", "14.9", "14.10", "14.10.1", "15", "26.0");
    assertEquals(
        versions,
        versions.stream()
            .sorted((one, other) -> VersionOrder.of(one).compareTo(VersionOrder.of(other)))
            .toList());
  }

  @Test
  public void whatIsNoVersionBreaksNothing() {
    assertEquals("", VersionOrder.of("unknown"));
    assertEquals("00015.00001.00000", VersionOrder.of("15.1 (0)"));
    assertEquals(23, VersionOrder.of("1.2.3.4.5.6").length());
  }
}
