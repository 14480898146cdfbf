package io.pomona.pki;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MasterKeyVaultTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final Secret SECRET = Secret.of("the private key");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final MasterKeyVault vault = new MasterKeyVault(MasterKey.parse(KEY, "The test"));

  @Test
  public void opensWhatItSealed() {
    byte[] sealed = vault.seal("apns.key", SECRET);
    assertEquals(SECRET, vault.open("apns.key", sealed));
    assertEquals(Secret.of(""), vault.open("x", vault.seal("x", Secret.of(""))));
    assertFalse(new String(sealed).contains("private"));
  }

  @Test
  public void sealsTheSameDifferentlyEachTime() {
    assertFalse(Arrays.equals(vault.seal("a", SECRET), vault.seal("a", SECRET)));
  }

  @Test
  public void anyChangedBitIsNoticed() {
    byte[] sealed = vault.seal("apns.key", SECRET);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertCannotOpen("apns.key", changed);
    }
    for (int length = 0; length < sealed.length; length++) {
      assertCannotOpen("apns.key", Arrays.copyOf(sealed, length));
    }
  }

  @Test
  public void anotherPurposeDoesNotOpen() {
    assertCannotOpen("apns.kex", vault.seal("apns.key", SECRET));
  }

  @Test
  public void anotherMasterKeyIsNamedAsTheReason() {
    String other = KEY.replaceFirst("AAEC", "BBEC");
    byte[] sealed = new MasterKeyVault(MasterKey.parse(other, "It")).seal("a", SECRET);
    assertTrue(assertCannotOpen("a", sealed).getMessage().contains("another master key"));
  }

  private MdmException assertCannotOpen(String purpose, byte[] sealed) {
    MdmException e = assertThrows(MdmException.class, () -> vault.open(purpose, sealed));
    assertEquals("pki.cannot_unseal", e.code());
    assertEquals(MdmException.Kind.UNAVAILABLE, e.kind());
    return e;
  }

  @Test
  public void theEnvironmentGoesBeforeTheFile() {
    Path file = folder.getRoot().toPath().resolve("master.key");
    MasterKey key = MasterKey.load(name -> Optional.of(KEY), file);
    assertArrayEquals(MasterKey.parse(KEY, "It").id(), key.id());
    assertTrue(Files.notExists(file));
  }

  @Test
  public void aKeyIsMadeOnceForItsOwnerOnly() throws Exception {
    Path file = folder.getRoot().toPath().resolve("pomona/master.key");
    MasterKey made = MasterKey.load(name -> Optional.empty(), file);
    MasterKey again = MasterKey.load(name -> Optional.empty(), file);
    assertArrayEquals(made.id(), again.id());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  public void ofManyStartingAtOnceOneMakesTheKey() throws Exception {
    Path file = folder.getRoot().toPath().resolve("master.key");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<String> start = () -> new KeyFile(file).text();
      Set<String> keys = new HashSet<>();
      for (Future<String> each :
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> start).toList())) {
        keys.add(each.get());
      }
      assertEquals(1, keys.size());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  public void aFileThatOthersMayReadIsRefused() throws Exception {
    for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx")) {
      Path file = Files.writeString(folder.newFile().toPath(), KEY);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      MdmException e =
          assertThrows(MdmException.class, () -> MasterKey.load(name -> Optional.empty(), file));
      assertEquals("pki.master_key_exposed", e.code());
      assertTrue(e.getMessage().contains("chmod 600"));
    }
  }

  @Test
  public void aFileWithoutAKeyIsRefusedWithoutShowingIt() throws Exception {
    for (String content : List.of("", "hush!", KEY.substring(4), "A" + KEY)) {
      Path file = Files.writeString(folder.newFile().toPath(), content);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      MdmException e =
          assertThrows(MdmException.class, () -> MasterKey.load(name -> Optional.empty(), file));
      assertEquals("pki.master_key_malformed", e.code());
      assertFalse(e.getMessage().contains("hush"));
    }
  }
}
