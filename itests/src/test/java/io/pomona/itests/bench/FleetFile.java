package io.pomona.itests.bench;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.BenchmarkIdentity;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.PresignedPolls.Presigned;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** Macs kept for the next run: the pool of keys, and of each Mac its certificate and its Idle. */
record FleetFile(Path file) {

  /** What the file holds. */
  record Content(List<KeyPair> keys, List<BenchMac> macs) {}

  boolean exists() {
    return Files.exists(file);
  }

  void write(Content content) {
    Path next = file.resolveSibling("fleet.new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(next)))) {
      out.writeInt(content.keys().size());
      for (KeyPair pair : content.keys()) {
        write(out, pair.getPrivate().getEncoded());
        write(out, pair.getPublic().getEncoded());
      }
      out.writeInt(content.macs().size());
      for (BenchMac mac : content.macs()) {
        out.writeLong(mac.seed());
        out.writeInt(mac.key());
        write(out, mac.identity().identity().der());
        write(out, mac.idle().body());
        write(out, mac.idle().signature().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Content read() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<KeyPair> keys = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        keys.add(pair(read(in), read(in)));
      }
      List<BenchMac> macs = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        macs.add(mac(in, keys));
      }
      return new Content(keys, macs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BenchMac mac(DataInputStream in, List<KeyPair> keys) throws IOException {
    long seed = in.readLong();
    int key = in.readInt();
    Identity identity =
        new Identity(keys.get(key).getPrivate(), new X509CertificateHolder(read(in)));
    Presigned idle =
        new Presigned(read(in), new String(read(in), java.nio.charset.StandardCharsets.US_ASCII));
    return new BenchMac(seed, key, new BenchmarkIdentity(MacHardware.seeded(seed), identity), idle);
  }

  private static KeyPair pair(byte[] secret, byte[] open) {
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(secret));
      PublicKey other = factory.generatePublic(new X509EncodedKeySpec(open));
      return new KeyPair(other, key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] read(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
