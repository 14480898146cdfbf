package io.pomona.itests.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server wrote into its log. */
public final class KarafLog {
  private static final Pattern LOUD = Pattern.compile("^[^|]*\\| (WARN |ERROR) *\\|.*");

  /** Karaf's own at every start; nothing of ours is among them. */
  private static final List<Pattern> EXPECTED =
      List.of(
          Pattern.compile("java.rmi.server.hostname system property is already set"),
          Pattern.compile("Task rejected for JMX Notification dispatch"),
          // Karaf starts its management anew when its settings arrive; JMX may still hold the bean.
          Pattern.compile("MBeanHolder .* Failure registering MBean org\\.apache\\.karaf\\."),
          // Stories play that ABM waits for an admin.
          Pattern.compile("Apple has new terms: an administrator has to accept them"),
          Pattern.compile("Apple does not take the server token any more"),
          // Whatever a command of the shell refuses is logged by Karaf as well.
          Pattern.compile("ShellUtil .* Exception caught while executing command"));

  private final KarafServer karaf;

  private KarafLog(KarafServer karaf) {
    this.karaf = karaf;
  }

  public static KarafLog of(KarafServer karaf) {
    return new KarafLog(karaf);
  }

  public String text() {
    try {
      return Files.readString(karaf.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Warnings and errors that nobody expects. */
  public List<String> loud() {
    try (Stream<String> lines = text().lines()) {
      return lines
          .filter(line -> LOUD.matcher(line).matches())
          .filter(line -> EXPECTED.stream().noneMatch(known -> known.matcher(line).find()))
          .toList();
    }
  }

  /** Fails when there is an unexpected warning or error. */
  public void assertQuiet() {
    assertQuietBut(Pattern.compile("(?!)"));
  }

  /** The same, where lines of this kind are expected as well. */
  public void assertQuietBut(Pattern expected) {
    List<String> unexpected =
        loud().stream().filter(line -> !expected.matcher(line).find()).toList();
    if (!unexpected.isEmpty()) {
      throw new AssertionError("Unexpected in the log:\n" + String.join("\n", unexpected));
    }
  }
}
