package io.pomona.abm.setup;

import io.pomona.abm.Sha256;
import io.pomona.api.MdmException;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.LargeFileStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Stores a package while it comes, a part at a time, and hashes it on the way. What is no package
 * is found out before the rest of it has come.
 */
final class StoredUpload {
  private static final HexFormat HEX = HexFormat.of();

  /** What was stored. */
  record Stored(LargeFileId file, long size, String sha256, List<String> chunkSha256s) {}

  private final LargeFileStore files;
  private final LargeFileId file;
  private final long limit;
  private final MessageDigest whole = Sha256.digest();
  private final MessageDigest chunk = Sha256.digest();
  private final List<String> chunks = new ArrayList<>();
  private Optional<ByteArrayOutputStream> head = Optional.of(new ByteArrayOutputStream());
  private long size;

  StoredUpload(LargeFileStore files, LargeFileId file, long limit) {
    this.files = files;
    this.file = file;
    this.limit = limit;
  }

  Stored store(InputStream content) throws IOException {
    byte[] part = new byte[LargeFileStore.PART];
    int place = 0;
    for (int read = fill(content, part); read > 0; read = fill(content, part)) {
      take(part, read);
      files.append(file, place++, read == part.length ? part : Arrays.copyOf(part, read));
    }
    check(true);
    endChunk();
    return new Stored(file, size, HEX.formatHex(whole.digest()), chunks);
  }

  private static int fill(InputStream content, byte[] part) throws IOException {
    return content.readNBytes(part, 0, part.length);
  }

  private void take(byte[] part, int length) {
    whole.update(part, 0, length);
    chunk.update(part, 0, length);
    size += length;
    if (size > limit) {
      throw new MdmException(
          MdmException.Kind.TOO_LARGE,
          "abm.package_too_large",
          "The package is larger than " + (limit >> 20) + " megabytes.");
    }
    head.ifPresent(bytes -> bytes.write(part, 0, length));
    check(false);
    if (size % BootstrapPackage.CHUNK == 0) {
      endChunk();
    }
  }

  private void check(boolean all) {
    if (head.isPresent() && (all || head.get().size() >= FlatPackage.MOST_HEAD)) {
      FlatPackage.require(head.get().toByteArray());
      head = Optional.empty();
    }
  }

  private void endChunk() {
    if (size > (long) chunks.size() * BootstrapPackage.CHUNK) {
      chunks.add(HEX.formatHex(chunk.digest()));
    }
  }
}
