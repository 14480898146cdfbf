package io.pomona.commands;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandQueue.Sent;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.organization.Access;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.command.catalogue.CommandCatalogue;
import io.pomona.protocol.command.catalogue.CommandDefinition;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class CheckedCommandsTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final EnrolledMac first = Fixtures.enrolledMac(stores, 1, clock.instant());
  private final EnrolledMac second = Fixtures.enrolledMac(stores, 2, clock.instant());
  private final CheckedCommands commands = commands(FakeAccess.allowingAll());

  private CheckedCommands commands(Access access) {
    AdminCommands queue =
        new AdminCommands(
            stores.hosts(),
            stores.commandQueue(),
            stores.commandHistory(),
            access,
            Duration.ofDays(7),
            clock);
    return new CheckedCommands(queue, stores.hosts(), access);
  }

  private Sent send(String requestType, Map<String, ?> keys, HostId... hosts) {
    return commands.send(Fixtures.ADMIN, requestType, keys, List.of(hosts));
  }

  private MdmException refused(String requestType, Map<String, ?> keys, HostId... hosts) {
    MdmException refused = assertThrows(MdmException.class, () -> send(requestType, keys, hosts));
    assertEquals(
        "nothing is queued",
        List.of(),
        stores.commandHistory().list(Optional.empty(), PageRequest.first(10)));
    return refused;
  }

  private void runs(EnrolledMac mac, int number, String macOs) {
    MacFacts facts = Fixtures.facts(number);
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(
                new MacFacts(
                    facts.serialNumber(),
                    facts.name(),
                    facts.model(),
                    facts.modelName(),
                    macOs,
                    facts.buildVersion())),
            new HostInventory(Optional.empty(), Optional.empty()),
            clock.instant());
  }

  @Test
  public void theMacGetsTheKeysInTheirTypes() {
    Sent sent = send("InstallProfile", Map.of("Payload", "AQID"), first.host(), second.host());
    assertEquals(List.of(), sent.warnings());
    byte[] body =
        stores
            .commandQueue()
            .exchange(Reports.idle(second.channel()), clock.instant())
            .orElseThrow();
    RawCommand handedOut = RawCommand.parse(body);
    assertEquals("InstallProfile", handedOut.body().requestType());
    assertArrayEquals(new byte[] {1, 2, 3}, handedOut.body().keys().data("Payload").orElseThrow());
  }

  @Test
  public void everyKeyThatIsWrongIsAField() {
    MdmException refused =
        refused("EraseDevice", Map.of("PIN", 1, "ObliterationBehavior", "Never"), first.host());
    assertEquals(MdmException.Kind.INVALID, refused.kind());
    assertEquals("commands.invalid_keys", refused.code());
    assertEquals(2, refused.fields().size());
    assertEquals(
        true,
        refused
            .fields()
            .contains(new FieldError("keys.PIN", "PIN is a whole number; it must be a string.")));
    for (FieldError field : refused.fields()) {
      assertEquals(true, refused.getMessage().contains(field.reason()));
    }
  }

  @Test
  public void whatNoMacKnowsIsRefused() {
    for (String requestType : List.of("MakeCoffee", "ClearPasscode", "")) {
      MdmException refused = refused(requestType, Map.of(), first.host());
      assertEquals("commands.unknown_type", refused.code());
      assertEquals("request_type", refused.fields().get(0).name());
    }
    assertEquals(
        "commands.user_channel",
        refused(
                "InviteToProgram",
                Map.of("ProgramID", "com.apple.cloudvpp", "InvitationURL", "https://a"),
                first.host())
            .code());
  }

  @Test
  public void oneMacThatIsTooOldStopsTheCommand() {
    runs(second, 2, "11.4");
    MdmException refused =
        refused("DeviceLock", Map.of("PhoneNumber", "+41 1"), first.host(), second.host());
    assertEquals(
        List.of(
            new FieldError(
                "keys.PhoneNumber",
                "PhoneNumber needs macOS 11.5, found 11.4 (" + Fixtures.serial(2) + ").")),
        refused.fields());
    send("DeviceLock", Map.of("PhoneNumber", "+41 1"), first.host());
  }

  @Test
  public void ofManyMacsAFewAreNamed() {
    HostId[] ids = new HostId[5];
    for (int i = 0; i < ids.length; i++) {
      EnrolledMac mac = Fixtures.enrolledMac(stores, 10 + i, clock.instant());
      runs(mac, 10 + i, "11.4");
      ids[i] = mac.host();
    }
    MdmException refused = refused("SetRecoveryLock", Map.of("NewPassword", "x"), ids);
    assertEquals(
        "SetRecoveryLock needs macOS 11.5, found 11.4 (C02P000010, C02P000011, C02P000012 and 2"
            + " more).",
        refused.getMessage());
    assertEquals("request_type", refused.fields().get(0).name());
  }

  @Test
  public void supervisionCountsOnceItIsKnown() {
    PlistDict plain = PlistDict.builder().put("IsSupervised", false).build();
    PlistDict manual =
        PlistDict.builder().put("ManagementStatus", Map.of("EnrolledViaDEP", false)).build();
    stores
        .hosts()
        .report(
            second.channel(),
            Optional.empty(),
            new HostInventory(Optional.of(plain), Optional.of(manual)),
            clock.instant());
    assertEquals(
        "UserList needs a supervised Mac (" + Fixtures.serial(2) + ").",
        refused("UserList", Map.of(), first.host(), second.host()).getMessage());
    assertEquals(
        "DeviceConfigured needs a Mac that was enrolled through Apple Business Manager ("
            + Fixtures.serial(2)
            + ").",
        refused("DeviceConfigured", Map.of(), second.host()).getMessage());
    send("UserList", Map.of(), first.host());
  }

  @Test
  public void whatAppleAdvisesAgainstIsAWarning() {
    Sent sent =
        send(
            "RotateFileVaultKey",
            Map.of("KeyType", "personal", "FileVaultUnlock", Map.of("PrivateKeyExport", "AQID")),
            first.host());
    assertEquals(
        List.of(
            "FileVaultUnlock.PrivateKeyExport is deprecated since macOS 10.15 ("
                + Fixtures.serial(1)
                + ")."),
        sent.warnings());
  }

  @Test
  public void whatXmlCannotCarryIsRefused() {
    assertEquals(
        "commands.invalid_keys",
        refused("DeviceLock", Map.of("Message", "bell \u0007"), first.host()).code());
  }

  @Test
  public void nothingIsToldOfMacsOfOthers() {
    runs(first, 1, "10.13");
    MdmException refused =
        assertThrows(
            MdmException.class,
            () ->
                commands(FakeAccess.denyingAll())
                    .send(
                        Fixtures.ADMIN,
                        "SetRecoveryLock",
                        Map.of("NewPassword", "x"),
                        List.of(first.host())));
    assertEquals(MdmException.Kind.FORBIDDEN, refused.kind());
  }

  @Test
  public void hostsMustBeNamedAndExist() {
    assertEquals("commands.no_hosts", refused("SecurityInfo", Map.of()).code());
    assertEquals(
        "commands.unknown_host", refused("SecurityInfo", Map.of(), new HostId(99_999)).code());
  }

  @Test
  public void everyCommandOfTheDeviceChannelThatNeedsNoKeysCanBeSent() {
    for (CommandDefinition command : CommandCatalogue.all()) {
      if (command.availability().deviceChannel()
          && command.compose(Map.of()).problems().isEmpty()) {
        assertEquals(
            command.requestType(),
            send(command.requestType(), Map.of(), first.host()).requestType());
      }
    }
  }
}
