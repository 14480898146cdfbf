package io.pomona.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ConsoleFileTest {

  @Test
  public void everyAddressWithoutAFileIsTheConsoleItself() {
    assertEquals("text/html;charset=utf-8", ConsoleFile.at("/").orElseThrow().type());
    assertEquals(
        ConsoleFile.at("/").orElseThrow().content(),
        ConsoleFile.at("/hosts/7").orElseThrow().content());
    assertFalse(ConsoleFile.at("/").orElseThrow().forGood());
  }

  @Test
  public void filesThatAreNotThereAreNot() {
    assertTrue(ConsoleFile.at("/assets/gone.js").isEmpty());
    assertTrue(ConsoleFile.at("/../io/pomona/console/ConsoleFile.class").isEmpty());
    assertTrue(ConsoleFile.at("/../META-INF/x.js").isEmpty());
  }

  @Test
  public void theLogoIsAnImage() {
    assertEquals("image/svg+xml", ConsoleFile.at("/pomona.svg").orElseThrow().type());
  }
}
