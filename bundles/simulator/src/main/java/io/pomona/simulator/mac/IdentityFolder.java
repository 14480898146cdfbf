package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.crypto.Leaf;
import io.pomona.simulator.wire.OwnedFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Device identities for benchmarks, made once and kept in a folder. Each has its own certificate;
 * {@code keys} RSA keys are shared among all of them, and a figure measured so says so.
 */
public final class IdentityFolder {

  private static final String FILE = "identities.bin";

  private final Path folder;

  public IdentityFolder(Path folder) {
    this.folder = folder;
  }

  /** The identities of the folder where their number fits; else new ones of this authority. */
  public List<BenchmarkIdentity> provide(Authority authority, int count, int keys)
      throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      List<BenchmarkIdentity> kept = read(file);
      if (kept.size() == count && ofThis(authority, kept)) {
        return kept;
      }
    }
    List<KeyPair> pairs = IntStream.range(0, keys).mapToObj(i -> KeySource.fresh().next()).toList();
    write(file, authority, count, pairs);
    return read(file);
  }

  private static boolean ofThis(Authority authority, List<BenchmarkIdentity> kept) {
    return Certificates.issued(
        kept.get(0).identity().certificate(), List.of(authority.identity().certificate()));
  }

  private static void write(Path file, Authority authority, int count, List<KeyPair> pairs)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(pairs.size());
      for (KeyPair pair : pairs) {
        block(out, pair.getPrivate().getEncoded());
      }
      out.writeInt(count);
      for (int i = 0; i < count; i++) {
        MacHardware mac = MacHardware.seeded(i);
        X500Name subject = new X500Name("O=Pomona benchmark,CN=" + mac.udid());
        Leaf leaf = Leaf.client(subject, pairs.get(i % pairs.size()).getPublic());
        block(out, Certificates.der(authority.issue(leaf)));
      }
    }
    OwnedFile.replace(file, bytes.toByteArray());
  }

  private static void block(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static List<BenchmarkIdentity> read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<byte[]> keys = blocks(in);
      List<byte[]> certificates = blocks(in);
      List<BenchmarkIdentity> identities = new ArrayList<>(certificates.size());
      for (int i = 0; i < certificates.size(); i++) {
        Identity identity = Identity.of(keys.get(i % keys.size()), certificates.get(i));
        identities.add(new BenchmarkIdentity(MacHardware.seeded(i), identity));
      }
      return identities;
    }
  }

  private static List<byte[]> blocks(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<byte[]> blocks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      blocks.add(in.readNBytes(in.readInt()));
    }
    return blocks;
  }
}
