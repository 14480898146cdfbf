package io.pomona.cli;

import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.Test;

/** Every command line of the pages is one that pomonactl reads. */
public class PageTest {
  private static final Pattern LINE = Pattern.compile("(?m)^(?:.*run: )?pomonactl (.*)$");

  @Test
  public void thePagesShowWhatThereIs() throws IOException {
    for (String page : List.of("pomonactl.md", "settings-as-code.md", "push-certificates.md")) {
      List<String> lines =
          LINE.matcher(Files.readString(page(page))).results().map(line -> line.group(1)).toList();
      assertFalse(lines.isEmpty());
      for (String line : lines) {
        Pomonactl.commandLine().parseArgs(line.split(" "));
      }
    }
  }

  private static Path page(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/operate/" + name))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/operate/" + name);
  }
}
