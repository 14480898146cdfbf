package io.pomona.cli;

import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** Every command line of the pages is one that pomonactl reads. */
public class PageTest {
  private static final Pattern LINE = Pattern.compile("(?m)^(?:.*run: )?pomonactl (.*)$");
  private static final Pattern WORDS = Pattern.compile("`pomonactl ([^`\n]*)`");

  @Test
  public void thePagesShowWhatThereIs() throws IOException {
    for (String page : List.of("pomonactl.md", "settings-as-code.md", "push-certificates.md")) {
      List<String> lines = found(LINE, docs().resolve("operate/" + page));
      assertFalse(lines.isEmpty());
      lines.forEach(PageTest::read);
    }
  }

  @Test
  public void theGuideOfAdminsShowsWhatThereIs() throws IOException {
    try (Stream<Path> pages = Files.list(docs().resolve("admin"))) {
      List<String> lines = new ArrayList<>();
      for (Path page : pages.toList()) {
        lines.addAll(found(LINE, page));
        lines.addAll(found(WORDS, page));
      }
      assertFalse(lines.isEmpty());
      lines.forEach(PageTest::read);
    }
  }

  private static void read(String line) {
    Pomonactl.commandLine().parseArgs(line.split(" "));
  }

  private static List<String> found(Pattern pattern, Path page) throws IOException {
    return pattern.matcher(Files.readString(page)).results().map(it -> it.group(1)).toList();
  }

  private static Path docs() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/operate"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs");
  }
}
