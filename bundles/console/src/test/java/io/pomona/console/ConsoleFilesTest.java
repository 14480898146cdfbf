package io.pomona.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ConsoleFilesTest {
  private final ConsoleFiles files = new ConsoleFiles();

  @Test
  public void everyAddressWithoutAFileIsTheConsoleItself() {
    assertEquals("text/html;charset=utf-8", files.at("/").orElseThrow().type());
    assertSame(files.at("/").orElseThrow(), files.at("/hosts/7").orElseThrow());
    assertFalse(files.at("/").orElseThrow().forGood());
  }

  @Test
  public void filesThatAreNotThereAreNot() {
    assertTrue(files.at("/assets/gone.js").isEmpty());
    assertTrue(files.at("/../io/pomona/console/ConsoleFiles.class").isEmpty());
    assertTrue(files.at("/../META-INF/x.js").isEmpty());
  }

  @Test
  public void theLogoIsAnImage() {
    assertEquals("image/svg+xml", files.at("/pomona.svg").orElseThrow().type());
  }
}
