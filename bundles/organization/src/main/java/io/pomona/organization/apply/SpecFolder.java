package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files with settings on this machine: the same that {@code pomonactl} reads and writes. */
public final class SpecFolder {
  // One byte more than any is taken with, so that a larger file is refused and not cut.
  private static final int MOST_READ = (3 << 20) + 1;
  private static final Pattern KIND = Pattern.compile("(?m)^[\"']?kind[\"']?\\s*:");

  private final Path path;

  public SpecFolder(Path path) {
    this.path = path;
  }

  /**
   * The file, or those of the folder that have documents with a kind, each with what it refers to.
   *
   * @throws MdmException when one of them cannot be read, or has a variable
   */
  public List<SpecFile> read() {
    List<SpecFile> files = new ArrayList<>();
    for (Path file : Files.isDirectory(path) ? found() : List.of(path)) {
      String text = new String(bytes(file, file.toString()), StandardCharsets.UTF_8);
      if (file.equals(path) || KIND.matcher(text).find()) {
        files.add(withAttachments(file, VariableText.plain(file.toString(), text)));
      }
    }
    return files;
  }

  private List<Path> found() {
    try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> file.toString().matches(".*\\.ya?ml"))
          .filter(file -> !path.relativize(file).toString().matches("(.*[/\\\\])?\\..*"))
          .sorted(Comparator.comparingInt(this::rank).thenComparing(Path::toString))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /** First default.yml, then the teams. */
  private int rank(Path file) {
    Path relative = path.relativize(file);
    if (relative.toString().matches("default\\.ya?ml")) {
      return 0;
    }
    return relative.startsWith("teams") ? 1 : 2;
  }

  private static SpecFile withAttachments(Path file, String content) {
    SpecFile bare = new SpecFile(file.toString(), content, Map.of());
    Map<String, byte[]> attachments = new LinkedHashMap<>();
    new SpecReader(bare, new SpecBudget(List.of(bare)))
        .documents().stream()
            .flatMap(document -> Mentions.of(document).stream())
            .forEach(mention -> attachments.put(mention, attachment(file, mention)));
    return new SpecFile(bare.name(), content, attachments);
  }

  private static byte[] attachment(Path file, String mention) {
    String what = mention + ", which " + file + " refers to,";
    try {
      return bytes(file.toAbsolutePath().resolveSibling(mention), what);
    } catch (InvalidPathException e) {
      throw unreadable(what, e);
    }
  }

  private static byte[] bytes(Path file, String what) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_READ);
    } catch (IOException e) {
      throw unreadable(what, e);
    }
  }

  private static MdmException unreadable(String what, Exception cause) {
    return MdmException.invalid(
            "organization.unreadable_file", "file", "The file cannot be read: " + what + ".")
        .causedBy(cause);
  }

  /**
   * Writes files into the folder, which must be new or empty.
   *
   * @return what was written
   */
  public List<Path> write(List<SpecFile> files) {
    List<Path> written = new ArrayList<>();
    try {
      requireEmpty();
      for (SpecFile file : files) {
        Path document = path.resolve(file.name());
        written.add(
            write(document, VariableText.escaped(file.content()).getBytes(StandardCharsets.UTF_8)));
        for (Map.Entry<String, byte[]> each : file.attachments().entrySet()) {
          written.add(write(document.resolveSibling(each.getKey()), each.getValue()));
        }
      }
      return written;
    } catch (IOException e) {
      throw MdmException.invalid(
              "organization.unwritable_folder", "folder", "Cannot write to " + path + ".")
          .causedBy(e);
    }
  }

  private void requireEmpty() throws IOException {
    Files.createDirectories(path);
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.findAny().isPresent()) {
        throw MdmException.conflict(
            "organization.folder_taken", path + " is not empty. Name a new folder.");
      }
    }
  }

  private static Path write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }
}
