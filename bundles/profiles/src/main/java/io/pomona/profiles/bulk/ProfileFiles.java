package io.pomona.profiles.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What uploaded files bring together: themselves, and what is in those that are archives. */
public final class ProfileFiles {
  private ProfileFiles() {}

  /**
   * @throws io.pomona.api.MdmException when it is too much, or an archive is malformed
   */
  public static List<ProfileFile> of(List<ProfileFile> uploads) {
    ImportLimits limits =
        ImportLimits.of(uploads.stream().mapToLong(upload -> upload.content().length).sum());
    List<ProfileFile> files = new ArrayList<>();
    for (ProfileFile upload : uploads) {
      if (ProfileArchive.isArchive(upload.content())) {
        files.addAll(ProfileArchive.read(upload.content(), limits));
      } else {
        files.add(new ProfileFile(upload.name(), counted(upload.content(), limits)));
      }
    }
    return files;
  }

  private static byte[] counted(byte[] content, ImportLimits limits) {
    try {
      return limits.read(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
