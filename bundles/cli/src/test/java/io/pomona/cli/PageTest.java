package io.pomona.cli;

import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** Every command line of docs/operate/pomonactl.md is one that pomonactl reads. */
public class PageTest {
  private static final String NAME = "pomonactl ";

  @Test
  public void thePageShowsWhatThereIs() throws IOException {
    List<String> lines =
        Files.readAllLines(page()).stream().filter(line -> line.startsWith(NAME)).toList();
    assertFalse(lines.isEmpty());
    for (String line : lines) {
      Pomonactl.commandLine().parseArgs(line.substring(NAME.length()).split(" "));
    }
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/operate/pomonactl.md"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/operate/pomonactl.md");
  }
}
