package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** A command by its name and keys: described, checked as a whole, sent and answered. */
public class ComposeACommandStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Orders orders = new Orders(admin);

  @After
  public void asUsual() {
    STAGE.world().allRest();
  }

  private AdminApi.Answer compose(VirtualMac mac, String requestType, Map<String, ?> keys) {
    return admin.post(
        "/api/v1/commands/compose",
        Map.of(
            "request_type", requestType,
            "keys", keys,
            "host_uuids", List.of(mac.hardware().udid())));
  }

  @Test
  public void whatIsRightIsSentAndWhatIsWrongIsNot() {
    VirtualMac mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    int before = orders.all(mac).size();
    AdminApi.Answer wrong =
        compose(mac, "DeviceInformation", Map.of("Queries", "SerialNumber", "Querys", List.of()));
    assertEquals(422, wrong.status());
    JsonNode errors = wrong.json().get("errors");
    assertEquals(wrong.text(), 2, errors.size());
    assertTrue(wrong.text(), wrong.text().contains("keys.Querys"));
    assertEquals(before, orders.all(mac).size());

    AdminApi.Answer right =
        compose(mac, "DeviceInformation", Map.of("Queries", List.of("SerialNumber", "OSVersion")));
    String uuid = right.ok().json().get("command_uuid").asText();
    STAGE.world().awake(List.of(mac)).wakeAll();
    orders.await(uuid, mac, Orders.DONE);
  }

  @Test
  public void allFiftyAreDescribed() {
    JsonNode commands = admin.get("/api/v1/commands/catalogue").ok().json().get("commands");
    assertEquals(50, commands.size());
    String name = commands.get(0).get("request_type").asText();
    admin.get("/api/v1/commands/catalogue/" + name).ok();
    assertEquals(404, admin.get("/api/v1/commands/catalogue/NoSuchCommand").status());
  }
}
