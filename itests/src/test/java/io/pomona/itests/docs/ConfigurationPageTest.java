package io.pomona.itests.docs;

import static org.junit.Assert.assertEquals;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** docs/operate/configure.md names every key of every configuration, and none that is not there. */
public class ConfigurationPageTest {
  private static final Pattern PID = Pattern.compile("<Designate pid=\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("<AD [^>]*id=\"([^\"]+)\"");
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z.0-9]+)` \\|");
  private static final Pattern HEADING = Pattern.compile("^## (io\\.pomona\\.[a-z.]+)\\.cfg$");

  @Test
  public void thePageAndTheCodeKnowTheSameKeys() throws IOException {
    assertEquals(keysOfTheCode().toString(), keysOfThePage().toString());
  }

  @Test
  public void nothingIsToldTwice() throws IOException {
    Path page = ProjectFolder.root().resolve("docs/operate/configure.md");
    assertEquals(List.of(), repeated(Files.readAllLines(page)));
  }

  @Test
  public void whatIsToldTwiceIsFound() {
    List<String> lines =
        List.of(
            "## io.pomona.abm.cfg",
            "| `sync.seconds` | 60 |",
            "| `sync.seconds` | 60 |",
            "## io.pomona.pki.cfg",
            "| `sync.seconds` | 60 |",
            "## io.pomona.abm.cfg");
    assertEquals(List.of("io.pomona.abm sync.seconds", "io.pomona.abm"), repeated(lines));
  }

  /** A reader finds the first of two and never the other. */
  private static List<String> repeated(List<String> lines) {
    Set<String> told = new TreeSet<>();
    List<String> twice = new ArrayList<>();
    String pid = "";
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      Matcher row = ROW.matcher(line);
      pid = heading.matches() ? heading.group(1) : pid;
      String place = heading.matches() ? pid : row.find() ? pid + " " + row.group(1) : "";
      if (!place.isEmpty() && !told.add(place)) {
        twice.add(place);
      }
    }
    return twice;
  }

  private static Map<String, Set<String>> keysOfTheCode() throws IOException {
    Map<String, Set<String>> keys = new TreeMap<>();
    try (Stream<Path> files = ProjectFolder.bundleFiles()) {
      List<Path> metatypes =
          files
              .filter(file -> file.toString().contains("/target/classes/OSGI-INF/metatype/"))
              .filter(file -> !file.toString().contains("/simulator/"))
              .filter(file -> file.toString().endsWith(".xml"))
              .toList();
      for (Path file : metatypes) {
        String text = Files.readString(file);
        Set<String> found = new TreeSet<>();
        KEY.matcher(text).results().forEach(key -> found.add(key.group(1)));
        PID.matcher(text)
            .results()
            .forEach(pid -> keys.computeIfAbsent(pid.group(1), p -> new TreeSet<>()).addAll(found));
      }
    }
    return keys;
  }

  private static Map<String, Set<String>> keysOfThePage() {
    Map<String, Set<String>> keys = new TreeMap<>();
    Path page = ProjectFolder.root().resolve("docs/operate/configure.md");
    try (Stream<String> lines = Files.lines(page)) {
      String[] pid = {""};
      lines.forEach(
          line -> {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
              pid[0] = heading.group(1);
            } else if (row.find()) {
              keys.computeIfAbsent(pid[0], p -> new TreeSet<>()).add(row.group(1));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return keys;
  }
}
