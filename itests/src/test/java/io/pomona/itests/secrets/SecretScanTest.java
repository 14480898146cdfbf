package io.pomona.itests.secrets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.crypto.Certificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SecretScanTest {
  private static final String KEY = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final PlantedSecrets secrets = new PlantedSecrets();

  private Set<String> found(byte[] text) throws Exception {
    Path file = Files.write(folder.getRoot().toPath().resolve("some.file"), text);
    Set<String> findings = new SecretScan(secrets).files(folder.getRoot().toPath()).findings();
    Files.delete(file);
    return findings;
  }

  private void assertFound(String how, byte[] text) throws Exception {
    assertEquals(Set.of("recovery key " + how + ": some.file"), found(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  public void aTextIsFoundHoweverItIsWritten() throws Exception {
    secrets.plant("recovery key", KEY);
    assertFound("as it is", utf8("key=" + KEY + "\n"));
    assertFound("as it is", utf8("key=" + KEY.replace("-", "") + "\n"));
    assertFound("in UTF-16", ("key " + KEY).getBytes(StandardCharsets.UTF_16LE));
    assertFound("in hex", utf8("x" + HexFormat.of().formatHex(utf8(KEY))));
    assertFound("in hex", utf8(HexFormat.of().withUpperCase().formatHex(utf8(KEY)) + "x"));
  }

  @Test
  public void base64HidesItAtNoAlignmentAndAcrossLines() throws Exception {
    byte[] token = new byte[90];
    new Random(7).nextBytes(token);
    secrets.plant("recovery key", token);
    for (int before = 0; before < 7; before++) {
      byte[] longer = new byte[before + token.length + 5];
      System.arraycopy(token, 0, longer, before, token.length);
      assertTrue("" + before, found(Base64.getMimeEncoder().encode(longer)).size() > 0);
      assertFound("in base64", Base64.getUrlEncoder().encode(longer));
    }
  }

  @Test
  public void aKeyIsFoundInAnyEncoding() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    PrivateKey key = generator.generateKeyPair().getPrivate();
    secrets.plant("push key", key);
    assertEquals(Set.of("push key as it is: some.file"), found(key.getEncoded()));
    String pem = Certificates.pem("PRIVATE KEY", key.getEncoded());
    assertEquals(Set.of("push key in base64: some.file"), found(utf8(pem)));
  }

  @Test
  public void aPinIsFoundWhereItIsCalledOne() throws Exception {
    secrets.plant("lock PIN", "493817");
    assertEquals(
        Set.of("lock PIN as it is: some.file"),
        found(utf8("<key>PIN</key><string>493817</string>")));
    assertEquals(Set.of(), found(utf8("took 493817 ns")));
  }

  @Test
  public void theDatabaseIsReadColumnByColumn() throws Exception {
    secrets.plant("recovery key", KEY);
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:secrets");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE a (id INT, note VARCHAR, big CLOB, raw VARBINARY, blob BLOB)");
      statement.execute("INSERT INTO a (id, note) VALUES (1, 'nothing')");
      assertEquals(Set.of(), new SecretScan(secrets).database(connection).findings());
      String insert = "INSERT INTO a VALUES (2, ?, ?, ?, ?)";
      try (PreparedStatement row = connection.prepareStatement(insert)) {
        row.setString(1, KEY);
        row.setString(2, HexFormat.of().formatHex(utf8(KEY)));
        row.setBytes(3, utf8(KEY));
        row.setBytes(4, Base64.getEncoder().encode(utf8(KEY)));
        row.execute();
      }
      assertEquals(
          Set.of(
              "recovery key as it is: table \"PUBLIC\".\"A\", column NOTE",
              "recovery key in hex: table \"PUBLIC\".\"A\", column BIG",
              "recovery key as it is: table \"PUBLIC\".\"A\", column RAW",
              "recovery key in base64: table \"PUBLIC\".\"A\", column BLOB"),
          new SecretScan(secrets).database(connection).findings());
    }
  }

  @Test
  public void whatIsFoundFailsWithoutTheValue() throws Exception {
    secrets.plant("recovery key", KEY);
    Files.write(folder.getRoot().toPath().resolve("karaf.log"), utf8("got " + KEY));
    SecretScan scan = new SecretScan(secrets).files(folder.getRoot().toPath());
    AssertionError error = assertThrows(AssertionError.class, scan::assertNothingFound);
    assertTrue(error.getMessage(), error.getMessage().contains("recovery key as it is: karaf.log"));
    assertFalse(error.getMessage(), error.getMessage().contains("AAAA"));
  }

  @Test
  public void theSameSecretCountsOnce() {
    secrets.plant("one", "only for tests, 1234");
    secrets.plant("another name", "only for tests, 1234");
    secrets.plant("another", "only for tests, 12345");
    assertEquals(2, secrets.count());
  }
}
