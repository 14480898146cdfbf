package io.pomona.itests.docs;

import static org.junit.Assert.assertEquals;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** docs/operate/profiles.md explains every warning that there is, and none that is not there. */
public class ProfilesPageTest {
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:_[a-z]+)*)\"");
  private static final Pattern ROW =
      Pattern.compile("^\\| (`[a-z_]+`(?:, `[a-z_]+`)*) \\| ", Pattern.MULTILINE);

  @Test
  public void thePageAndTheCodeKnowTheSameWarnings() throws IOException {
    assertEquals(codesOfTheCode().toString(), codesOfThePage().toString());
  }

  private static Set<String> codesOfTheCode() throws IOException {
    Path lint =
        ProjectFolder.root().resolve("bundles/profiles/src/main/java/io/pomona/profiles/lint");
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.list(lint)) {
      for (Path file : files.toList()) {
        LITERAL.matcher(Files.readString(file)).results().forEach(it -> codes.add(it.group(1)));
      }
    }
    return codes;
  }

  private static Set<String> codesOfThePage() throws IOException {
    String page = Files.readString(ProjectFolder.root().resolve("docs/operate/profiles.md"));
    String part = page.split("## What is odd")[1].split("## ")[0];
    return ROW.matcher(part)
        .results()
        .map(MatchResult::group)
        .flatMap(row -> Stream.of(row.replaceAll("[|` ]", "").split(",")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
