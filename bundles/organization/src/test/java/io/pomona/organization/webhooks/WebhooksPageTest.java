package io.pomona.organization.webhooks;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.DeliveryStore.Parcel;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.UserId;
import io.pomona.protocol.channel.ChannelId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.Test;

/** docs/operate/webhooks.md shows bodies as they are sent. */
public class WebhooksPageTest {
  private static final Path PAGE = Path.of("../../docs/operate/webhooks.md");
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");
  private static final ChannelId MAC = ChannelId.device("6F1C0000-0000-4000-8000-000000000001");
  private static final byte[] MESSAGE = "<plist/>".getBytes(StandardCharsets.UTF_8);

  private static Parcel parcel(String topic, String eventId, DeviceEvent event) {
    return new Parcel(delivery(topic, eventId), Optional.empty(), Optional.of(event));
  }

  private static Delivery delivery(String topic, String eventId) {
    return new Delivery(1, eventId, topic, AT, Delivery.State.WAITING, 0, Optional.empty(), "");
  }

  private static Parcel activity() {
    Activity activity =
        new Activity(
            512,
            AT,
            Optional.of(new UserId(3)),
            "Ada Admin",
            "ada@example.com",
            "created_team",
            Map.of("team_id", 7L, "team_name", "Workstations"));
    return new Parcel(
        delivery("created_team", "activity-512"), Optional.of(activity), Optional.empty());
  }

  private static Parcel connect() {
    return parcel(
        "mdm.Connect",
        "0b0f1b52-7c3c-4c5e-9a39-0d9d6f0a2a11",
        new DeviceEvent(
            DeviceTopic.CONNECT,
            MAC,
            Optional.of("Acknowledged"),
            Optional.of("5f8d2c7e-3f0b-4d55-8f5a-2f0e6a1c9b10"),
            Optional.of(MESSAGE),
            AT));
  }

  private static Parcel authenticate() {
    return parcel(
        "mdm.Authenticate",
        "7a5c4a1e-51e7-4f6e-8a37-8f0c5b1d2e22",
        new DeviceEvent(
            DeviceTopic.AUTHENTICATE,
            MAC,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            AT));
  }

  @Test
  public void theExamplesAreWhatIsSent() throws IOException {
    List<JsonNode> shown =
        BLOCK.matcher(Files.readString(PAGE)).results().map(WebhooksPageTest::tree).toList();
    assertEquals(
        List.of(
            json(EventBody.of(activity(), false).orElseThrow()),
            json(EventBody.of(connect(), true).orElseThrow()),
            json(EventBody.of(authenticate(), false).orElseThrow()),
            json(EventBody.test("test-2a3e", AT))),
        shown);
  }

  @Test
  public void messagesStayHereUnlessTheyAreAskedFor() {
    JsonNode without = json(EventBody.of(connect(), false).orElseThrow());
    assertEquals(true, without.at("/acknowledge_event/raw_payload").isMissingNode());
  }

  private static JsonNode tree(MatchResult block) {
    return json(block.group(1).getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(byte[] text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
