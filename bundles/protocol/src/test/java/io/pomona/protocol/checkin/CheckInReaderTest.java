package io.pomona.protocol.checkin;

import static io.pomona.protocol.PlistText.dict;
import static io.pomona.protocol.PlistText.string;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;
import org.junit.Test;

public class CheckInReaderTest {
  private static final String TOPIC = string("Topic", "com.apple.mgmt.External.1");

  @Test
  public void readsAuthenticate() {
    Authenticate message =
        (Authenticate)
            read(
                "Authenticate",
                TOPIC
                    + string("DeviceName", "Fruit")
                    + string("Model", "Mac14,2")
                    + string("ModelName", "MacBook Air")
                    + string("SerialNumber", "")
                    + string("Unknown", "kept"));
    assertEquals("U-1", message.channel().value());
    assertEquals("Fruit", message.deviceName());
    assertEquals(Optional.empty(), message.serialNumber());
    assertEquals(Optional.of("kept"), message.raw().string("Unknown"));
  }

  @Test
  public void readsTokenUpdateOfAUser() {
    TokenUpdate message =
        (TokenUpdate)
            read(
                "TokenUpdate",
                TOPIC
                    + string("PushMagic", "magic")
                    + "<key>Token</key><data>AQID</data>"
                    + string("UserID", "A-2")
                    + string("UserShortName", "jane")
                    + "<key>NotOnConsole</key><true/>");
    assertEquals("U-1:A-2", message.channel().value());
    assertArrayEquals(new byte[] {1, 2, 3}, message.token());
    assertEquals(Optional.empty(), message.awaitingConfiguration());
    assertEquals(Optional.of(true), message.notOnConsole());
    assertEquals(Optional.of("jane"), message.userShortName());
    assertFalse(message.toString(), message.toString().contains("magic"));
  }

  @Test
  public void takesAnEmptyBootstrapTokenForNone() {
    assertEquals(Optional.empty(), bootstrap("").bootstrapToken());
    assertEquals(
        Optional.empty(), bootstrap("<key>BootstrapToken</key><data></data>").bootstrapToken());
    assertArrayEquals(
        new byte[] {1},
        bootstrap("<key>BootstrapToken</key><data>AQ==</data>").bootstrapToken().get());
    assertRefused("BootstrapToken is not data", "SetBootstrapToken", string("BootstrapToken", "x"));
  }

  private static SetBootstrapToken bootstrap(String keys) {
    return (SetBootstrapToken) read("SetBootstrapToken", keys);
  }

  @Test
  public void readsTheOthers() {
    assertTrue(read("CheckOut", TOPIC) instanceof CheckOut);
    assertTrue(read("GetBootstrapToken", "") instanceof GetBootstrapToken);
    GetToken token = (GetToken) read("GetToken", string("TokenServiceType", "com.apple.maid"));
    assertEquals(PlistDict.of(), token.parameters());
    DeclarativeManagement ddm =
        (DeclarativeManagement)
            read(
                "DeclarativeManagement",
                string("Endpoint", "status") + "<key>Data</key><data>e30=</data>");
    assertArrayEquals(new byte[] {'{', '}'}, ddm.data().get());
    UserAuthenticate user = (UserAuthenticate) read("UserAuthenticate", string("UserID", "A-2"));
    assertEquals(Optional.empty(), user.digestResponse());
  }

  @Test
  public void saysWhatIsWrong() {
    assertRefused("none that a Mac sends", "ReturnToService", TOPIC);
    assertRefused("PushMagic is missing", "TokenUpdate", TOPIC);
    assertRefused("Token is missing", "TokenUpdate", TOPIC + string("PushMagic", "m"));
    assertRefused("Topic is missing", "CheckOut", "");
    assertRefused("Topic does not have", "CheckOut", string("Topic", "com.example.push"));
    assertRefused("UserID is missing", "UserAuthenticate", "");
    assertRefused("device channel", "SetBootstrapToken", string("UserID", "A-2"));
    assertRefused("longer than", "GetToken", string("TokenServiceType", "x".repeat(1025)));
    assertRefused("not a string", "GetToken", "<key>TokenServiceType</key><true/>");
    assertRefused("Endpoint is missing", "DeclarativeManagement", "");
    assertRefused("SerialNumber does not have", "Authenticate", authenticateWithSerial("a\u0009b"));
    assertMessage("names no device", string("MessageType", "CheckOut") + TOPIC);
    assertMessage("letters, digits", string("MessageType", "CheckOut") + string("UDID", "a/b"));
    assertMessage("MessageType is missing", string("UDID", "U-1"));
  }

  private static String authenticateWithSerial(String serial) {
    return TOPIC
        + string("DeviceName", "Fruit")
        + string("Model", "Mac14,2")
        + string("ModelName", "MacBook Air")
        + string("SerialNumber", serial);
  }

  @Test
  public void answersWithOneKey() {
    assertArrayEquals(
        new byte[] {7},
        answer(CheckInAnswers.bootstrapToken(new byte[] {7})).data("BootstrapToken").get());
    assertArrayEquals(
        new byte[] {7}, answer(CheckInAnswers.token(new byte[] {7})).data("TokenData").get());
    assertEquals(
        PlistDict.of().with("DigestChallenge", ""), answer(CheckInAnswers.digestChallenge("")));
    assertEquals(PlistDict.of().with("AuthToken", "t"), answer(CheckInAnswers.authToken("t")));
  }

  private static PlistDict answer(byte[] body) {
    return io.pomona.protocol.plist.PlistReader.read(body);
  }

  private static CheckInMessage read(String type, String keys) {
    return CheckInReader.read(dict(string("MessageType", type) + string("UDID", "U-1") + keys));
  }

  private static void assertRefused(String reason, String type, String keys) {
    assertMessage(reason, string("MessageType", type) + string("UDID", "U-1") + keys);
  }

  private static void assertMessage(String reason, String keys) {
    MalformedMessageException refusal =
        assertThrows(reason, MalformedMessageException.class, () -> CheckInReader.read(dict(keys)));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
  }
}
