package io.pomona.itests.story;

import io.pomona.itests.ProjectFolder;
import io.pomona.itests.docs.CodeBlocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of settings: the files of docs/operate/settings-as-code.md, as a reader has them. */
record SettingsFolder(Path path) {
  static final String WORKSTATIONS = "Workstations";
  static final String LABS = "Labs";
  private static final String PAGE = "docs/operate/settings-as-code.md";

  /** With the page's documents, its profile of the screen saver, and a profile for printers. */
  static SettingsFolder ofThePage(Path path, Pomona pomona, SampleProfile printers) {
    SettingsFolder folder = new SettingsFolder(path);
    for (String file : List.of("default.yml", "teams/workstations.yml", "teams/labs.yml")) {
      folder.write(file, CodeBlocks.beginning(PAGE, "# " + file));
    }
    folder.write("staging.env", "ORG_NAME=Acme & Sons\nSERVER_URL=" + pomona.url() + "\n");
    Path example = ProjectFolder.root().resolve("docs/examples/screensaver.mobileconfig");
    folder.write("lib/screensaver.mobileconfig", text(example));
    folder.write("lib/printers.mobileconfig", new String(printers.mobileconfig()));
    return folder;
  }

  /** The page's document with roles of tom@example.com. */
  static String userRoles() {
    return CodeBlocks.beginning(PAGE, "apiVersion: v1\nkind: user_roles");
  }

  /** The words of the page's command, with this folder in place of the reader's. */
  String[] words(String command) {
    String here =
        CodeBlocks.of(PAGE).stream()
            .flatMap(String::lines)
            .filter(("pomonactl " + command)::equals)
            .findFirst()
            .orElseThrow(() -> new AssertionError(PAGE + " has no " + command))
            .replace("pomonactl ", "")
            .replace("-f .", "-f " + path)
            .replace("staging.env", path + "/staging.env");
    return here.split(" ");
  }

  /** All files by their names in the folder. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(path)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(path.relativize(file).toString(), text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  void write(String name, String text) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
