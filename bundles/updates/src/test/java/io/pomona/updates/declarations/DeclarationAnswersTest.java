package io.pomona.updates.declarations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.declarative.DeclarationItem;
import io.pomona.protocol.declarative.DeclarationItems;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleDeclarations;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class DeclarationAnswersTest {
  private final DeclarativeWorld world = new DeclarativeWorld();
  private final EnrolledMac mac = world.mac(1, "14.5");

  private static MdmException.Kind refused(ThrowingRunnable call) {
    return assertThrows(MdmException.class, call).kind();
  }

  private List<String> identifiers() {
    return world.wanted.of(world.host(mac)).declarations().stream()
        .map(DeclarationItem::identifier)
        .toList();
  }

  private static String reported(String valid, String reasons) {
    return "{\"StatusItems\":{\"management\":{\"declarations\":{\"configurations\":["
        + "{\"identifier\":\"io.pomona.update\",\"server-token\":\"t\",\"active\":true,"
        + "\"valid\":\""
        + valid
        + "\",\"reasons\":["
        + reasons
        + "]}]}},\"softwareupdate\":{\"install-state\":\"downloading\","
        + "\"pending-version\":{\"os-version\":\"15.1\",\"build-version\":\"24B83\"}}}}";
  }

  private ReportedUpdate update() {
    return world.stores.reportedUpdates().of(List.of(mac.host())).get(mac.host());
  }

  @Test
  public void theRequiredMacOsIsDeclaredWhileTheMacIsOlder() {
    world.require("15.1");
    assertEquals(
        List.of("io.pomona.activation", "io.pomona.status", "io.pomona.update"), identifiers());
    String update = world.ask(mac.channel(), "declaration/configuration/io.pomona.update");
    assertTrue(
        update,
        update.endsWith(
            "\"Payload\":{\"TargetLocalDateTime\":\"2027-01-31T20:00:00\","
                + "\"TargetOSVersion\":\"15.1\"}}"));
    String activation = world.ask(mac.channel(), "declaration/activation/io.pomona.activation");
    assertTrue(activation, activation.contains("[\"io.pomona.status\",\"io.pomona.update\"]"));
    world.runs(mac, "15.1");
    assertEquals(List.of(), identifiers());
  }

  @Test
  public void onlyWhoKnowsTheDeclarationHasIt() {
    world.require("15.1");
    world.runs(mac, "13.6");
    assertEquals("Nudge's", List.of(), identifiers());
    world.runs(mac, "14.0");
    world
        .stores
        .hosts()
        .report(
            mac.channel(),
            Optional.empty(),
            new HostInventory(
                Optional.of(PlistDict.builder().put("IsSupervised", false).build()),
                Optional.empty()),
            world.clock.instant());
    assertEquals("not supervised", List.of(), identifiers());
  }

  @Test
  public void theServerActivatesWhatNobodyElseDoes() {
    world.upload(SampleDeclarations.configuration("a", "x"));
    world.upload(SampleDeclarations.configuration("b", "x"));
    world.upload(SampleDeclarations.activation("mine", "b"));
    assertEquals(
        List.of(
            "a",
            "b",
            "io.pomona.activation",
            "io.pomona.activation.declarations",
            "io.pomona.status",
            "mine"),
        identifiers());
    String own =
        world.ask(mac.channel(), "declaration/activation/io.pomona.activation.declarations");
    assertTrue(own, own.endsWith("{\"StandardConfigurations\":[\"a\"]}}"));
  }

  @Test
  public void macsOf13SubscribeToWhatTheyKnow() {
    world.upload(SampleDeclarations.configuration("a", "x"));
    assertTrue(status().contains("softwareupdate.install-state"));
    world.runs(mac, "13.6");
    assertFalse(status().contains("softwareupdate"));
  }

  private String status() {
    return world.ask(mac.channel(), "declaration/configuration/io.pomona.status");
  }

  @Test
  public void tokensAndItemsAgree() {
    world.require("15.1");
    String token = world.wanted.of(world.host(mac)).token();
    assertTrue(world.ask(mac.channel(), "tokens").contains(token));
    assertTrue(world.ask(mac.channel(), "declaration-items").contains(token));
    assertEquals(
        Optional.of(token),
        world.stores.hostDeclarations().standings(List.of(mac.host())).get(mac.host()).fetched());
  }

  @Test
  public void whatIsNotThereIsNotFound() {
    for (String path :
        List.of(
            "declaration/configuration/io.pomona.update",
            "declaration/asset/io.pomona.status",
            "declarations",
            "")) {
      assertEquals(
          path, MdmException.Kind.NOT_FOUND, refused(() -> world.ask(mac.channel(), path)));
    }
    assertEquals(
        MdmException.Kind.NOT_FOUND, refused(() -> world.ask(ChannelId.device("X"), "tokens")));
  }

  @Test
  public void usersHaveNothing() {
    world.require("15.1");
    ChannelId user = ChannelId.user(mac.channel().device(), "U1");
    world.stores.enrollments().token(Fixtures.token(user, world.clock.instant()));
    assertTrue(world.ask(user, "tokens").contains(DeclarationItems.NONE.token()));
  }

  @Test
  public void aReportIsKeptAndToldInWords() {
    world.require("15.1");
    world.report(mac.channel(), reported("valid", ""));
    assertEquals(Optional.of("downloading"), update().installState());
    assertEquals(Optional.of("15.1"), update().pendingVersion());
    assertEquals(Optional.empty(), update().enforcement());
    world.report(
        mac.channel(), reported("invalid", "{\"code\":\"Error.ConfigurationNotSupported\"}"));
    assertEquals(
        Optional.of(
            "The declaration on the Mac is invalid: This macOS, channel or kind of enrollment does"
                + " not take this type."),
        update().enforcement());
    HostDeclarations.Line line =
        world.onHosts.of(world.host(mac)).declarations().stream()
            .filter(it -> it.identifier().equals("io.pomona.update"))
            .findFirst()
            .orElseThrow();
    assertEquals("invalid", line.valid());
    assertEquals("Error.ConfigurationNotSupported", line.reasons().get(0).code());
    assertEquals(Optional.of("t"), line.reportedToken());
  }

  @Test
  public void theMacOsThatAReportNamesIsBelieved() {
    world.require("15.1");
    world.report(
        mac.channel(),
        "{\"StatusItems\":{\"device\":{\"operating-system\":{\"version\":\"15.1\","
            + "\"build-version\":\"24B83\"}}}}");
    assertEquals("15.1", world.host(mac).facts().osVersion());
    assertEquals("24B83", world.host(mac).facts().buildVersion());
    assertEquals("nothing to do any more", List.of(), identifiers());
    world.report(mac.channel(), "{\"StatusItems\":{\"device\":{\"model\":{\"family\":\"Mac\"}}}}");
    world.runs(mac, "15.2");
    world.report(mac.channel(), "{\"StatusItems\":{\"device\":{\"model\":{\"family\":\"Mac\"}}}}");
    assertEquals("an old report is no news", "15.2", world.host(mac).facts().osVersion());
  }

  @Test
  public void whatIsNoReportIsRefused() {
    assertEquals(MdmException.Kind.MALFORMED, refused(() -> world.report(mac.channel(), "[1]")));
    assertEquals(MdmException.Kind.MALFORMED, refused(() -> world.ask(mac.channel(), "status")));
  }
}
