package io.pomona.profiles.bulk;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of this machine: one, all of a folder, or those in a zip. Links are not followed. */
public final class ProfileFolder {
  private static final int DEEPEST = 16;

  private ProfileFolder() {}

  /** Those of a folder by name; what is no profile is left out. */
  public static List<ProfileFile> read(Path path) {
    try {
      return Files.isDirectory(path) ? folder(path) : file(path);
    } catch (IOException e) {
      throw MdmException.invalid(
              "profiles.unreadable_file", "path", "This cannot be read: " + path + ".")
          .causedBy(e);
    }
  }

  private static List<ProfileFile> folder(Path folder) throws IOException {
    ImportLimits limits = ImportLimits.of(ImportLimits.MOST_BYTES);
    List<ProfileFile> files = new ArrayList<>();
    for (Path path : paths(folder)) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      if (!ProfileFile.isLitter(name) && name.endsWith(ProfileFile.EXTENSION)) {
        files.add(new ProfileFile(name, read(limits, path)));
      }
    }
    return files;
  }

  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<ProfileFile> file(Path path) throws IOException {
    byte[] content;
    try (InputStream in = Files.newInputStream(path)) {
      content = in.readNBytes((int) ImportLimits.MOST_BYTES);
    }
    return ProfileFiles.of(List.of(new ProfileFile(path.getFileName().toString(), content)));
  }

  private static byte[] read(ImportLimits limits, Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return limits.read(in);
    }
  }
}
