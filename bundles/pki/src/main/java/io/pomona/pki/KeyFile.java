package io.pomona.pki;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the master key: readable by its owner alone, made once and whole. */
final class KeyFile {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> OWNER_MAY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path file;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  String text() {
    try {
      if (Files.notExists(file)) {
        create();
      }
      requireOwnerOnly();
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw MdmException.unavailable(
              "pki.master_key_unreadable",
              "The master key's file " + file + " cannot be read or made: " + e.getMessage())
          .causedBy(e);
    }
  }

  private void requireOwnerOnly() throws IOException {
    if (!hasModes()) {
      LOG.warn(
          "The file system of {} knows no modes: see that only Karaf's user may read it", file);
      return;
    }
    if (!OWNER_MAY.containsAll(Files.getPosixFilePermissions(file))) {
      throw MdmException.unavailable(
          "pki.master_key_exposed",
          "The master key's file "
              + file
              + " may be read or written by others than its owner. Run: chmod 600 "
              + file);
    }
  }

  private boolean hasModes() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  // Written beside and then linked, so that of two processes one wins and no half file is seen.
  private void create() throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), "master", ".tmp", modes());
    try {
      write(draft);
      Files.createLink(file, draft);
      LOG.info(
          "Made a master key in {}; keep a copy of it apart from the database's backups", file);
    } catch (FileAlreadyExistsException e) {
      LOG.info("Another process has made the master key in {}", file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private FileAttribute<?>[] modes() {
    return hasModes()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static void write(Path draft) throws IOException {
    byte[] key = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    String line = Base64.getEncoder().encodeToString(key) + "\n";
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
  }
}
