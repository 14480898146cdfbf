package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.ActivityType;
import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Every activity that the code writes is declared, and every declared one is documented. */
public class ActivityTypesTest {
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:_[a-z0-9]+)+)\"");

  /** Not of activities: fields of requests that are refused where activities are drafted. */
  private static final Set<String> OTHERS = Set.of("host_uuids", "old_password", "new_password");

  @Test
  public void whatDraftsActivitiesNamesDeclaredTypesAndDetailsOnly() throws IOException {
    Set<String> declared =
        Arrays.stream(ActivityType.values())
            .flatMap(type -> Stream.concat(Stream.of(type.label()), type.fields().stream()))
            .collect(Collectors.toSet());
    TreeMap<String, Set<String>> undeclared = new TreeMap<>();
    Set<String> written = new TreeSet<>();
    for (Path source : drafting()) {
      Set<String> names = literals(source);
      written.addAll(names);
      names.removeAll(declared);
      names.removeAll(OTHERS);
      if (!names.isEmpty()) {
        undeclared.put(source.getFileName().toString(), names);
      }
    }
    assertEquals("{}", undeclared.toString());
    assertTrue(written.toString(), written.contains("mdm_enrolled"));
  }

  @Test
  public void thePageListsAllOfThem() throws IOException {
    String page = Files.readString(ProjectFolder.root().resolve("docs/operate/activities.md"));
    StringBuilder rows = new StringBuilder();
    for (ActivityType type : ActivityType.values()) {
      String fields =
          type.fields().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
      rows.append("| `%s` | %s |%n".formatted(type.label(), fields).replace("|  |", "| |"));
    }
    assertTrue("The table is:\n" + rows, page.contains(rows));
  }

  /** What later versions will write is not looked for in vain. */
  @Test
  public void thePageMarksThoseThatNothingWrites() throws IOException {
    Set<String> unwritten = new TreeSet<>();
    for (ActivityType type : ActivityType.values()) {
      unwritten.add(type.label());
    }
    sources("testkit").forEach(source -> unwritten.removeAll(literals(source)));
    String page = Files.readString(ProjectFolder.root().resolve("docs/operate/activities.md"));
    String marked =
        page.replaceFirst("(?s).*\nFor later versions", "").replaceFirst("(?s)\\..*", "");
    assertEquals(
        unwritten,
        Pattern.compile("`([a-z_]+)`")
            .matcher(marked)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<Path> drafting() throws IOException {
    return sources("api|store|testkit").stream()
        .filter(file -> read(file).matches("(?s).*\\b(ActivityDraft|HostActivities)\\b.*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Path> sources(String without) throws IOException {
    try (Stream<Path> files = ProjectFolder.bundleFiles()) {
      return files
          .filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
          .filter(file -> !file.toString().matches(".*/bundles/(" + without + ")/.*"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> literals(Path source) {
    return LITERAL
        .matcher(read(source))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
