package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.simulator.mac.PollOutcome.Ending;
import io.pomona.simulator.support.FakeDeclarations;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

public class DeclarationsTest {

  private static final String PASSCODE = "com.apple.configuration.passcode.settings";
  private static final String A = "org.example.a";
  private static final String B = "org.example.b";

  private MacScene scene;
  private FakeDeclarations server;

  @Before
  public void enroll() throws Exception {
    begin("15.1");
  }

  private void begin(String osVersion) throws Exception {
    scene = new MacScene(osVersion, Supervision.none());
    server = scene.server.declarations;
    server.put(A, PASSCODE, "{\"RequirePasscode\":true}");
    server.put(B, PASSCODE, "{\"MinimumLength\":8}");
    server.activate(A);
  }

  private String synchronize() {
    return scene.status("DeclarativeManagement", "Data", server.tokens());
  }

  @Test
  public void fetchesOnlyWhatChanged() {
    assertEquals("Acknowledged", synchronize());
    assertTrue(server.asked.containsAll(List.of("declaration-items", config(A), config(B))));
    assertFalse(server.asked.contains("tokens"));

    server.asked.clear();
    synchronize();
    assertEquals(List.of(), server.asked);

    server.put(B, PASSCODE, "{\"MinimumLength\":9}");
    synchronize();
    assertEquals(List.of("declaration-items", config(B), "status"), server.asked);
  }

  private static String config(String identifier) {
    return "declaration/configuration/" + identifier;
  }

  @Test
  public void withoutTokensItAsksForThem() {
    scene.status("DeclarativeManagement");

    assertTrue(server.asked.contains("tokens"));
    assertTrue(server.verdict("configurations", A).path("active").asBoolean());
  }

  @Test
  public void firstTellsWhatItIs() {
    synchronize();

    JsonNode first = server.reports.get(0).path("StatusItems");
    assertEquals(
        "1.0.0", first.at("/management/client-capabilities/supported-versions/0").asText());
    assertEquals("15.1", first.at("/device/operating-system/version").asText());
    assertEquals(0, first.at("/management/declarations/activations").size());
    assertFalse(server.reports.get(1).at("/StatusItems").has("device"));
  }

  @Test
  public void whatNoActivationAsksForIsNotActive() {
    synchronize();

    assertEquals("valid", server.verdict("configurations", A).path("valid").asText());
    JsonNode idle = server.verdict("configurations", B);
    assertFalse(idle.path("active").asBoolean());
    assertEquals("Info.NotReferencedByActivation", idle.at("/reasons/0/code").asText());
  }

  @Test
  public void whatIsGoneIsDropped() {
    synchronize();
    server.remove(B);
    synchronize();

    assertTrue(server.verdict("configurations", B).path("_removed").asBoolean());
  }

  @Test
  public void whatItDoesNotKnowIsInvalid() {
    server.put(B, "com.apple.configuration.of.tomorrow", "{}");
    server.activate(A, B);
    synchronize();

    assertEquals("invalid", server.verdict("configurations", B).path("valid").asText());
    assertEquals(
        "Error.ConfigurationNotSupported",
        server.verdict("configurations", B).at("/reasons/0/code").asText());
    assertTrue(server.verdict("configurations", A).path("active").asBoolean());
  }

  @Test
  public void anActivationWithoutItsConfigurationsIsInvalid() {
    server.activate(A, "org.example.missing");
    synchronize();

    assertEquals(
        "Error.MissingConfigurations",
        server.verdict("activations", "org.example.act").at("/reasons/0/code").asText());
    assertFalse(server.verdict("configurations", A).path("active").asBoolean());
  }

  @Test
  public void answersThatAppleWouldNotTakeAreNotTaken() {
    for (String bad :
        List.of(
            "[]",
            "{}",
            "{\"Declarations\":{\"Activations\":[],\"Assets\":[],\"Configurations\":[]},"
                + "\"DeclarationsToken\":\"x\"}")) {
      server.answer("declaration-items", bad);
      scene.status("DeclarativeManagement");
      assertEquals(bad, Ending.REFUSED, scene.mac.poll().ending());
    }
  }

  @Test
  public void aDeclarationIsWhatItsItemSays() {
    server.answer(
        config(A),
        "{\"Identifier\":\""
            + A
            + "\",\"Type\":\""
            + PASSCODE
            + "\",\"ServerToken\":\"old\","
            + "\"Payload\":{}}");
    synchronize();

    PollOutcome outcome = scene.mac.poll();

    assertEquals(Ending.REFUSED, outcome.ending());
    assertTrue(outcome.detail(), outcome.detail().contains("ServerToken"));
  }

  @Test
  public void malformedTokensAreRefused() {
    assertEquals(
        "CommandFormatError",
        scene.status("DeclarativeManagement", "Data", "{\"SyncTokens\":{}}".getBytes()));
  }

  @Test
  public void anUnknownStatusItemIsAnError() {
    subscribe("device.model.family", "of.tomorrow");
    synchronize();

    assertTrue(
        server.reports.stream()
            .anyMatch(it -> it.at("/Errors/0/StatusItem").asText().equals("of.tomorrow")));
  }

  private void subscribe(String... names) {
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      items.append(items.length() == 0 ? "" : ",").append("{\"Name\":\"" + name + "\"}");
    }
    server.put(
        B,
        "com.apple.configuration.management.status-subscriptions",
        "{\"StatusItems\":[" + items + "]}");
    server.activate(A, B);
  }

  @Test
  public void everyDayItTellsEverything() throws Exception {
    synchronize();
    scene.mac.reportFully();

    JsonNode report = server.reports.get(server.reports.size() - 1);
    assertTrue(report.path("FullReport").asBoolean());
    assertEquals(2, report.at("/StatusItems/management/declarations/configurations").size());
  }

  @Test
  public void systemsBeforeThisDoNotKnowTheCommand() throws Exception {
    begin("12.7.6");

    assertEquals("Error", synchronize());
    assertEquals(List.of(), server.asked);
  }

  @Test
  public void leavingForgetsThem() throws Exception {
    synchronize();
    scene.mac.checkOut();
    scene.mac.enroll(scene.enrollment());
    server.asked.clear();

    scene.mac.poll();
    assertEquals(List.of(), server.asked);
    synchronize();
    assertTrue(server.asked.contains(config(A)));
  }
}
