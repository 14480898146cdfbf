package io.pomona.commands.device;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.junit.Test;

public class ConnectResourceTest {
  private static final Optional<CommandUuid> NOTHING = Optional.empty();

  private final MacWire wire = new MacWire();

  private Optional<CommandUuid> idle() {
    return wire.send(Reports.idle(wire.channel).raw());
  }

  private Optional<CommandUuid> acknowledge(CommandUuid uuid) {
    return wire.send(Reports.acknowledged(wire.channel, uuid).raw());
  }

  private Optional<CommandUuid> notNow(CommandUuid uuid) {
    return wire.send(Reports.notNow(wire.channel, uuid).raw());
  }

  @Test
  public void basic() {
    assertEquals(NOTHING, idle());
    CommandUuid c1 = wire.queue("SecurityInfo");
    CommandUuid c2 = wire.queue("ProfileList");
    assertEquals(Optional.of(c1), idle());
    assertEquals(Optional.of(c2), acknowledge(c1));
    assertEquals(NOTHING, acknowledge(c2));
    assertEquals(NOTHING, idle());
  }

  @Test
  public void notNowComesBackWithTheNextIdle() {
    CommandUuid c3 = wire.queue("SecurityInfo");
    assertEquals(Optional.of(c3), idle());
    assertEquals(NOTHING, notNow(c3));
    assertEquals(Optional.of(c3), idle());
    assertEquals(NOTHING, acknowledge(c3));
    assertEquals(NOTHING, idle());
  }

  @Test
  public void aCancelledCommandIsNotHandedOut() {
    CommandUuid c4 = wire.queue("SecurityInfo");
    wire.stores
        .commandQueue()
        .cancel(
            c4,
            Map.of(wire.mac.channel(), Fixtures.activity("canceled_mdm_command")),
            wire.clock.instant());
    assertEquals(NOTHING, idle());
    assertEquals(NOTHING, acknowledge(c4));
    assertEquals(CommandState.CANCELLED, wire.state(c4));
  }

  @Test
  public void notNowDoesNotBlockTheOthers() {
    CommandUuid c1 = wire.queue("SecurityInfo");
    CommandUuid c2 = wire.queue("ProfileList");
    assertEquals(Optional.of(c1), idle());
    assertEquals(Optional.of(c2), notNow(c1));
    assertEquals(NOTHING, acknowledge(c2));
    assertEquals(Optional.of(c1), idle());
  }

  @Test
  public void answersAboutUnknownCommandsGetTheNextOne() {
    CommandUuid c1 = wire.queue("SecurityInfo");
    assertEquals(Optional.of(c1), acknowledge(CommandUuid.random()));
    assertEquals(CommandState.SENT, wire.state(c1));
  }

  @Test
  public void anErrorIsKeptInWords() {
    CommandUuid c1 = wire.queue("RemoveProfile");
    idle();
    byte[] error = Reports.error(wire.channel, c1, "MDMClientError", 89, "Not found.").raw();
    assertEquals(NOTHING, wire.send(error));
    assertEquals(CommandState.ERROR, wire.state(c1));
    assertEquals(true, wire.record(c1).detail().contains("Not found."));
    assertArrayEquals(error, wire.stores.commandHistory().result(c1, wire.channel).orElseThrow());
  }

  @Test
  public void theAnswerIsXmlOrNothingAtAll() {
    CommandUuid uuid = wire.queue("SecurityInfo");
    Map<String, String> signed = Map.of("Mdm-Signature", wire.mac.certificateSha256());
    Response command = wire.put(Reports.idle(wire.channel).raw(), signed);
    assertEquals(200, command.getStatus());
    assertEquals(
        "application/xml;charset=UTF-8", command.getMediaType().toString().replace(" ", ""));
    Response nothing = wire.put(Reports.acknowledged(wire.channel, uuid).raw(), signed);
    assertEquals(200, nothing.getStatus());
    assertFalse(nothing.hasEntity());
    assertEquals(wire.clock.instant(), lastSeen());
  }

  private java.time.Instant lastSeen() {
    return wire.stores.enrollments().find(wire.channel).orElseThrow().lastSeenAt().orElseThrow();
  }

  @Test
  public void aMacSpeaksForItselfOnly() {
    Fixtures.EnrolledMac other = Fixtures.enrolledMac(wire.stores, 2, wire.clock.instant());
    MdmException refused =
        assertThrows(MdmException.class, () -> wire.send(Reports.idle(other.channel()).raw()));
    assertEquals("enrollment.unknown_device", refused.code());
    ChannelId user = ChannelId.user(wire.channel.device(), "NOBODY");
    assertThrows(MdmException.class, () -> wire.send(Reports.idle(user).raw()));
  }

  @Test
  public void withoutProofNothingIsRead() {
    MdmException refused =
        assertThrows(MdmException.class, () -> wire.put(new byte[] {1, 2}, Map.of()));
    assertEquals("enrollment.no_proof", refused.code());
  }

  @Test
  public void onlyTheHeaderOfTheProxyIsTaken() {
    byte[] idle = Reports.idle(wire.channel).raw();
    Map<String, String> forged =
        Map.of("Mdm-Signature", wire.mac.certificateSha256(), "X-SSL-Client-Cert", "forged");
    wire.put(idle, forged);
    assertEquals(Optional.empty(), wire.lastRequest.orElseThrow().forwardedCertificate());
    wire.put(idle, Map.of("Mdm-Signature", wire.mac.certificateSha256(), "Client-Cert", ":AA:"));
    assertEquals(Optional.of(":AA:"), wire.lastRequest.orElseThrow().forwardedCertificate());
    assertEquals("192.0.2.7", wire.lastRequest.orElseThrow().remoteAddress());
    assertEquals(8443, wire.lastRequest.orElseThrow().localPort());
  }

  private byte[] damaged(String status, CommandUuid uuid) {
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <plist version="1.0"><dict>
        <key>Answer</key><dict><key>Status</key><string>Inner</string></dict>
        <key>CommandUUID</key> <string>%s</string>
        <key>QueryResponses</key><data>@@ no base64 & no XML</data>
        %s
        <key>UDID</key><string>%s</string>
        </dict></plist>
        """
            .formatted(uuid.value(), status, wire.channel.device());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private CommandState stateAfter(String status) {
    CommandUuid c1 = wire.queue("DeviceInformation");
    CommandUuid c2 = wire.queue("SecurityInfo");
    assertEquals(Optional.of(c1), idle());
    assertEquals(Optional.of(c2), wire.send(damaged(status, c1)));
    acknowledge(c2);
    return wire.state(c1);
  }

  @Test
  public void anAnswerThatCannotBeReadDoesNotBlockTheQueue() {
    assertEquals(
        CommandState.ACKNOWLEDGED, stateAfter("<key>Status</key><string>Acknowledged</string>"));
    assertEquals(CommandState.ERROR, stateAfter("<key>Status</key><string>Error</string>"));
    assertEquals(CommandState.ERROR, stateAfter("<key>Status</key><string>Unheard</string>"));
    assertEquals(CommandState.ERROR, stateAfter(""));
    assertEquals(NOTHING, idle());
  }

  @Test
  public void anUnreadableNotNowIsStillNotNow() {
    CommandUuid c1 = wire.queue("DeviceInformation");
    idle();
    assertEquals(NOTHING, wire.send(damaged("<key>Status</key><string>NotNow</string>", c1)));
    assertEquals(CommandState.NOT_NOW, wire.state(c1));
    assertEquals(Optional.of(c1), idle());
  }

  @Test
  public void whatNamesNothingIsMalformed() {
    String idle = new String(Reports.idle(wire.channel).raw(), StandardCharsets.UTF_8);
    for (String body :
        new String[] {
          "",
          "junk",
          "bplist00",
          "<plist><dict/></plist>",
          idle.replace("Idle", "Nonsense"),
          idle.replace("UDID", "UUDI"),
          idle.replace(wire.channel.device(), "../../x")
        }) {
      MdmException refused =
          assertThrows(
              body, MdmException.class, () -> wire.send(body.getBytes(StandardCharsets.UTF_8)));
      assertEquals(MdmException.Kind.MALFORMED, refused.kind());
      assertEquals("commands.bad_report", refused.code());
    }
  }

  @Test
  public void realAnswersOfMacsAreTaken() throws IOException {
    Map<String, CommandState> answers =
        Map.of(
            "DeviceInformation__10.11.x.xml", CommandState.ACKNOWLEDGED,
            "SecurityInfo__10.11.x.xml", CommandState.ACKNOWLEDGED,
            "ProfileList__10.11.x.xml", CommandState.ACKNOWLEDGED,
            "CertificateList__10.11.x.xml", CommandState.ACKNOWLEDGED,
            "AvailableOSUpdates__10.12.5.xml", CommandState.ACKNOWLEDGED,
            "Errors__10.12.5-invalid-command.xml", CommandState.ERROR);
    for (Map.Entry<String, CommandState> answer : answers.entrySet()) {
      String text =
          Files.readString(
              SharedFolder.require("vectors/commandment__testdata__" + answer.getKey()));
      CommandUuid uuid = wire.queue("SecurityInfo");
      idle();
      String ours =
          renamed(renamed(text, "UDID", wire.channel.device()), "CommandUUID", uuid.value());
      wire.send(ours.getBytes(StandardCharsets.UTF_8));
      assertEquals(answer.getKey(), answer.getValue(), wire.state(uuid));
    }
  }

  private static String renamed(String plist, String key, String value) {
    return plist.replaceAll("(<key>" + key + "</key>\\s*<string>)[^<]*", "$1" + value);
  }
}
