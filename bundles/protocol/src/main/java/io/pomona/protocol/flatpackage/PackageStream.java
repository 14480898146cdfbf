package io.pomona.protocol.flatpackage;

import io.pomona.protocol.digest.Sha256;
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
 * Passes a package on while it comes, a part at a time, and hashes it on the way. What is no
 * package is found out before the rest of it has come. For one package.
 */
public final class PackageStream {
  static final String TOO_LARGE = "package_too_large";

  private static final HexFormat HEX = HexFormat.of();

  private final int partSize;
  private final int chunkSize;
  private final long limit;
  private final MessageDigest whole = Sha256.digest();
  private final MessageDigest chunk = Sha256.digest();
  private final List<String> chunks = new ArrayList<>();
  private Optional<ByteArrayOutputStream> head = Optional.of(new ByteArrayOutputStream());
  private long size;

  /**
   * @param partSize bytes of every part but the last one; a divisor of the next
   * @param chunkSize bytes that a Mac checks at once
   * @param limit bytes that are too many when there are more
   */
  public PackageStream(int partSize, int chunkSize, long limit) {
    this.partSize = partSize;
    this.chunkSize = chunkSize;
    this.limit = limit;
  }

  /** Who keeps the parts. */
  @FunctionalInterface
  public interface Parts {
    /**
     * @param place 0 for the first part
     */
    void take(int place, byte[] part);
  }

  /**
   * What came.
   *
   * @param sha256 of all bytes, in lower-case hexadecimal
   * @param chunkSha256s of each chunk, the last of what is left
   */
  public record Content(long size, String sha256, List<String> chunkSha256s) {}

  public Content read(InputStream content, Parts parts) throws IOException, PackageRefusal {
    byte[] part = new byte[partSize];
    int place = 0;
    for (int read = fill(content, part); read > 0; read = fill(content, part)) {
      take(part, read);
      parts.take(place++, read == part.length ? part : Arrays.copyOf(part, read));
    }
    check(true);
    endChunk();
    return new Content(size, HEX.formatHex(whole.digest()), List.copyOf(chunks));
  }

  private static int fill(InputStream content, byte[] part) throws IOException {
    return content.readNBytes(part, 0, part.length);
  }

  private void take(byte[] part, int length) throws PackageRefusal {
    whole.update(part, 0, length);
    chunk.update(part, 0, length);
    size += length;
    if (size > limit) {
      throw new PackageRefusal(
          TOO_LARGE, "The package is larger than " + (limit >> 20) + " megabytes.");
    }
    head.ifPresent(bytes -> bytes.write(part, 0, length));
    check(false);
    if (size % chunkSize == 0) {
      endChunk();
    }
  }

  private void check(boolean all) throws PackageRefusal {
    if (head.isPresent() && (all || head.get().size() >= FlatPackage.MOST_HEAD)) {
      FlatPackage.require(head.get().toByteArray());
      head = Optional.empty();
    }
  }

  private void endChunk() {
    if (size > (long) chunks.size() * chunkSize) {
      chunks.add(HEX.formatHex(chunk.digest()));
    }
  }
}
