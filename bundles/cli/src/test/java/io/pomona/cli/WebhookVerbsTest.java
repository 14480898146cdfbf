package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class WebhookVerbsTest {
  @Rule public final Desk desk = new Desk();

  @Before
  public void aWebhook() {
    desk.server()
        .on(
            "GET /api/v1/teams?page=0&per_page=500",
            200,
            "{\"teams\":[{\"id\":3,\"name\":\"Desks\"}]}")
        .on("POST /api/v1/webhooks", 200, "{\"webhook\":{\"id\":7,\"secret\":\"s3cret\"}}")
        .on("PATCH /api/v1/webhooks/7", 200, "{\"webhook\":{\"id\":7}}")
        .on("POST /api/v1/webhooks/7/secret", 200, "{\"webhook\":{\"id\":7,\"secret\":\"n3w\"}}")
        .on("POST /api/v1/webhooks/7/redeliver", 200, "{\"redelivered\":2}")
        .on("DELETE /api/v1/webhooks/7", 200, "{}");
  }

  private String last() {
    List<String> requests = desk.server().requests();
    return requests.get(requests.size() - 1).replaceAll(" \\[.*?] ", " ");
  }

  private void does(String request, String... words) {
    assertEquals(0, desk.run(words));
    assertEquals(request, last());
  }

  @Test
  public void oneIsAddedAndItsSecretShown() {
    does(
        "POST /api/v1/webhooks {\"topics\":[\"created_team\",\"mdm.Connect\"],"
            + "\"name\":\"Chat\",\"url\":\"https://h.example.com/\",\"team_id\":3}",
        "webhooks",
        "add",
        "Chat",
        "https://h.example.com/",
        "--team=Desks",
        "--topic=created_team,mdm.Connect");
    String said = desk.out();
    assertTrue(said, said.startsWith("Added webhook 7."));
    assertTrue(said, said.contains("s3cret"));
  }

  @Test
  public void oneIsPausedAndChanged() {
    does("PATCH /api/v1/webhooks/7 {\"paused\":true}", "webhooks", "change", "7", "--pause");
    does("PATCH /api/v1/webhooks/7 {\"topics\":[]}", "webhooks", "change", "7", "--topic=all");
    assertEquals(1, desk.run("webhooks", "change", "7"));
    does("POST /api/v1/webhooks/7/secret {}", "webhooks", "new-secret", "7");
    assertTrue(desk.out().contains("n3w"));
  }

  @Test
  public void whatFailedIsSaidAndDeliveredAgain() {
    desk.server()
        .on(
            "POST /api/v1/webhooks/7/test",
            200,
            "{\"delivered\":false,\"outcome\":\"The receiver answered 418.\"}");
    assertEquals(1, desk.run("webhooks", "test", "7"));
    String said = desk.err();
    assertTrue(said, said.contains("The receiver answered 418."));
    does(
        "POST /api/v1/webhooks/7/redeliver {\"deliveries\":[5,6]}",
        "webhooks",
        "redeliver",
        "7",
        "5",
        "6");
    does("DELETE /api/v1/webhooks/7 ", "webhooks", "delete", "7");
  }
}
