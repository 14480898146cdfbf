package io.pomona.protocol.command.catalogue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.junit.Test;

public class OsVersionTest {

  private static OsVersion version(String text) {
    return OsVersion.parse(text).orElseThrow();
  }

  @Test
  public void numbersAreComparedAsNumbers() {
    assertTrue(version("10.9").compareTo(version("10.15")) < 0);
    assertTrue(version("11").compareTo(version("10.15.7")) > 0);
    assertEquals(0, version("12").compareTo(version("12.0")));
    assertEquals("10.13.6", version("10.13.6").toString());
  }

  @Test
  public void otherTextsAreNone() {
    for (String text : new String[] {"", "n/a", "12.", ".1", "1.2.3.4.5", "12 beta", "99999"}) {
      assertEquals(text, Optional.empty(), OsVersion.parse(text));
    }
  }
}
