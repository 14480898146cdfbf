package io.pomona.profiles.bulk;

import io.pomona.api.MdmException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The files in a zip, read in memory: nothing is ever written under the names in it. */
final class ProfileArchive {
  /** The record at the end, what of it is the number of files, and the comment behind it. */
  private static final int END = 22;

  private static final int COUNT = 10;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private ProfileArchive() {}

  static boolean isArchive(byte[] content) {
    return content.length >= END
        && content[0] == 'P'
        && content[1] == 'K'
        && (content[2] == 3 && content[3] == 4 || content[2] == 5 && content[3] == 6);
  }

  /**
   * @throws MdmException too large, or malformed; a zip that is not well-formed to its end is
   *     refused as a whole
   */
  static List<ProfileFile> read(byte[] archive, ImportLimits limits) {
    List<ProfileFile> files = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        byte[] content = limits.read(zip);
        if (!entry.isDirectory() && !ProfileFile.isLitter(entry.getName())) {
          files.add(new ProfileFile(entry.getName(), content));
        }
      }
      if (entries != directory(archive)) {
        throw new ZipException("The directory names another number of files");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw MdmException.invalid(
              "profiles.bad_archive",
              "profiles",
              "The zip cannot be read: it is damaged, encrypted or cut off. Nothing was added.")
          .causedBy(e);
    }
    return files;
  }

  /** How many files the directory at the end of a zip names; without one it was cut off. */
  private static int directory(byte[] archive) throws ZipException {
    int first = Math.max(0, archive.length - END - LONGEST_COMMENT);
    for (int at = archive.length - END; at >= first; at--) {
      if (archive[at] == 'P'
          && archive[at + 1] == 'K'
          && archive[at + 2] == 5
          && archive[at + 3] == 6) {
        return archive[at + COUNT] & 0xFF | (archive[at + COUNT + 1] & 0xFF) << 8;
      }
    }
    throw new ZipException("The directory is missing");
  }
}
