package io.pomona.cli.output;

import static org.junit.Assert.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.Test;

public class ProgressLineTest {
  private final StringWriter err = new StringWriter();

  private String shown(boolean terminal) {
    ProgressLine line = new ProgressLine(new PrintWriter(err, true), terminal);
    line.show("1 of 2");
    line.show("1 of 2");
    line.show("2 of 2");
    line.finish("Done.");
    return err.toString();
  }

  @Test
  public void aTerminalHasOneLine() {
    assertEquals("\r\u001b[K1 of 2\r\u001b[K1 of 2\r\u001b[K2 of 2\r\u001b[KDone.\n", shown(true));
  }

  @Test
  public void aLogHasOneForEachStep() {
    assertEquals("1 of 2\n2 of 2\nDone.\n", shown(false));
  }
}
