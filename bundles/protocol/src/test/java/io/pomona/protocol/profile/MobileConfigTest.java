package io.pomona.protocol.profile;

import static io.pomona.protocol.PlistText.dict;
import static io.pomona.protocol.PlistText.string;
import static io.pomona.protocol.PlistText.utf8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.XMLPropertyListParser;
import io.pomona.protocol.HostilePlists;
import io.pomona.protocol.SharedFolder;
import io.pomona.protocol.signature.TestSigner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class MobileConfigTest {
  private static final String PAYLOAD =
      "<dict>"
          + string("PayloadType", "com.apple.dock")
          + string("PayloadIdentifier", "org.example.dock.1")
          + string("PayloadUUID", "P-1")
          + "<key>autohide</key><true/></dict>";
  private static final String CONTENT = "<key>PayloadContent</key><array>" + PAYLOAD + "</array>";
  private static final String TOP =
      string("PayloadType", "Configuration")
          + string("PayloadIdentifier", "org.example.dock")
          + string("PayloadUUID", "T-1")
          + string("PayloadDisplayName", "Dock");
  private static final byte[] PLAIN = dict(TOP + CONTENT);

  @Test
  public void readsAPlainProfile() {
    MobileConfig profile =
        MobileConfig.read(
            dict(
                TOP
                    + CONTENT
                    + string("PayloadScope", "System")
                    + "<key>PayloadRemovalDisallowed</key><true/>"));
    assertEquals("org.example.dock", profile.identifier());
    assertEquals("T-1", profile.uuid());
    assertEquals("Dock", profile.displayName());
    assertEquals(Optional.of("System"), profile.scope());
    assertTrue(profile.removalDisallowed());
    assertFalse(profile.signed());
    PayloadSummary payload = profile.payloads().get(0);
    assertEquals("com.apple.dock", payload.type());
    assertEquals(
        Set.of("PayloadType", "PayloadIdentifier", "PayloadUUID", "autohide"), payload.keys());
    assertEquals(Optional.of("Dock"), profile.dictionary().string("PayloadDisplayName"));
  }

  @Test
  public void readsABinaryProfile() throws Exception {
    byte[] binary = BinaryPropertyListWriter.writeToArray(XMLPropertyListParser.parse(PLAIN));
    assertEquals("Dock", MobileConfig.read(binary).displayName());
  }

  @Test
  public void readsSignedProfilesAndKeepsTheirBytes() {
    TestSigner signer = TestSigner.create("CN=Signer");
    for (byte[] signed : List.of(signer.attached(PLAIN), signer.attachedInPieces(PLAIN))) {
      MobileConfig profile = MobileConfig.read(signed);
      assertTrue(profile.signed());
      assertEquals("Dock", profile.displayName());
      assertArrayEquals(signed, profile.content());
      assertTrue(profile.dictionary().has("PayloadContent"));
    }
  }

  @Test
  public void readsEncryptedProfilesWithoutPayloads() {
    byte[] file = dict(TOP + "<key>EncryptedPayloadContent</key><data>AAAA</data>");
    assertEquals(List.of(), MobileConfig.read(file).payloads());
  }

  @Test
  public void readsRealProfiles() {
    List<Path> files = SharedFolder.vectors(name -> name.endsWith(".mobileconfig"));
    assertEquals(5, files.size());
    for (Path file : files) {
      assertFalse(MobileConfig.read(SharedFolder.bytes(file)).payloads().isEmpty());
    }
  }

  @Test
  public void tellsTheAdminWhatIsWrong() {
    assertRefused("PayloadType is not \"Configuration\"", dict(TOP.replace("Conf", "Konf")));
    for (String key : List.of("PayloadIdentifier", "PayloadUUID", "PayloadDisplayName")) {
      assertRefused("has no " + key, dict(TOP.replace(key, "Other") + CONTENT));
    }
    for (String key : List.of("PayloadIdentifier", "PayloadUUID")) {
      assertRefused(
          "The payload com.apple.dock has no " + key, dict(TOP + CONTENT.replace(key, "Other")));
    }
    assertRefused("has no PayloadType", dict(TOP + CONTENT.replace("PayloadType", "Other")));
    assertRefused("PayloadContent is empty", dict(TOP));
    assertRefused("is not a dictionary", dict(TOP + CONTENT.replace(PAYLOAD, "<true/>")));
    assertRefused("neither an XML nor a binary", utf8("hello"));
    assertRefused("not a well-formed CMS", new byte[] {0x30, 0x05, 1});
    assertRefused("neither an XML nor a binary", new byte[0]);
  }

  @Test
  public void refusesHostileFiles() {
    for (byte[] file : HostilePlists.all().values()) {
      assertThrows(MalformedProfileException.class, () -> MobileConfig.read(file));
    }
  }

  private static void assertRefused(String reason, byte[] file) {
    MalformedProfileException refusal =
        assertThrows(MalformedProfileException.class, () -> MobileConfig.read(file));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
  }
}
