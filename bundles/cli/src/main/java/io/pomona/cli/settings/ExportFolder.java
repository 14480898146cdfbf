package io.pomona.cli.settings;

import io.pomona.cli.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that settings are written to, and nothing beside it whatever a server calls a file. */
public final class ExportFolder {
  private final Path folder;

  public ExportFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Whether somebody's files could be overwritten. */
  public boolean isTaken() {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isPresent();
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** All or, where one name is wrong, none. Gives what was written. */
  public List<Path> write(List<SettingsFile> files) {
    // What two systems would take for one name is one here.
    Map<String, byte[]> contents = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (SettingsFile file : files) {
      Path document = inside(folder, file.name());
      String content = Substitution.escape(file.content());
      put(contents, document, content.getBytes(StandardCharsets.UTF_8));
      file.attachments()
          .forEach((name, bytes) -> put(contents, inside(document.getParent(), name), bytes));
    }
    List<Path> written = contents.keySet().stream().map(Path::of).toList();
    written.forEach(file -> write(file, contents.get(file.toString())));
    return written;
  }

  private static void put(Map<String, byte[]> contents, Path file, byte[] bytes) {
    if (contents.putIfAbsent(file.toString(), bytes) != null) {
      throw new Failure(
          Failure.Kind.UNREACHABLE, "The server names two files " + file + ". Nothing is written.");
    }
  }

  private Path inside(Path from, String name) {
    try {
      // A drive or a backslash would mean something on one system only.
      Path file = from.resolve(name).normalize();
      if (!name.contains("\\")
          && !FileSystems.getDefault().getPath(name).isAbsolute()
          && file.startsWith(folder)
          && !file.equals(folder)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // Refused below.
    }
    throw new Failure(
        Failure.Kind.UNREACHABLE,
        "The server names a file outside of " + folder + ". Nothing is written.");
  }

  private void write(Path file, byte[] content) {
    try {
      Files.createDirectories(folder);
      if (!existing(file.getParent()).toRealPath().startsWith(folder.toRealPath())) {
        throw new IOException("a link leads out of " + folder);
      }
      Files.createDirectories(file.getParent());
      Files.write(
          file,
          content,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static Path existing(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? file : existing(file.getParent());
  }

  private static Failure cannotWrite(Path file, IOException cause) {
    String sentence = "Cannot write " + file + ": " + cause.getMessage();
    return new Failure(Failure.Kind.FILE, sentence, cause);
  }
}
