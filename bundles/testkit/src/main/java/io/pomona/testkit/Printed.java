package io.pomona.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.rules.ExternalResource;

/** What a command of the shell prints during one test. */
public final class Printed extends ExternalResource {
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  protected void before() {
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
  }

  @Override
  protected void after() {
    System.setOut(before);
  }

  /** All since the last time. */
  public String text() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }
}
