package io.pomona.protocol.dep;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.protocol.dep.AppleDevice.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what Apple answers. */
public final class AnswerReader {
  private static final int USUAL_LIMIT = 1000;
  private static final int HIGHEST_LIMIT = 5000;

  private AnswerReader() {}

  /** The token of a new session. */
  public static String session(byte[] json) throws MalformedAnswerException {
    return required(object(json), "auth_session_token");
  }

  public static AppleAccount account(byte[] json) throws MalformedAnswerException {
    JsonNode said = object(json);
    String admin = AppleJson.text(said, "admin_id");
    return new AppleAccount(
        required(said, "server_name"),
        AppleJson.text(said, "server_uuid"),
        admin.isEmpty() ? AppleJson.text(said, "facilitator_id") : admin,
        AppleJson.text(said, "org_name"),
        AppleJson.text(said, "org_id"),
        Math.min(limit(said, "/server/devices"), limit(said, "/devices/sync")),
        limit(said, "/profile/devices"));
  }

  private static int limit(JsonNode account, String uri) {
    for (JsonNode url : account.path("urls")) {
      int most = url.path("limit").path("maximum").asInt(0);
      if (AppleJson.text(url, "uri").equals(uri) && most > 0) {
        return Math.min(most, HIGHEST_LIMIT);
      }
    }
    return USUAL_LIMIT;
  }

  public static DevicePage page(byte[] json) throws MalformedAnswerException {
    JsonNode said = object(json);
    List<AppleDevice> devices = new ArrayList<>();
    for (JsonNode device : said.path("devices")) {
      device(device).ifPresent(devices::add);
    }
    return new DevicePage(
        devices, required(said, "cursor"), said.path("more_to_follow").asBoolean(false));
  }

  /** Not one without a serial number, nor one of which something unknown is told. */
  private static Optional<AppleDevice> device(JsonNode said) {
    String serial = AppleJson.text(said, "serial_number").strip();
    String told = AppleJson.text(said, "op_type").toUpperCase(Locale.ROOT);
    Optional<Operation> operation = operation(told);
    if (serial.isEmpty() || !told.isEmpty() && operation.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AppleDevice(
            serial,
            AppleJson.text(said, "model"),
            AppleJson.text(said, "description"),
            AppleJson.text(said, "color"),
            AppleJson.text(said, "device_family"),
            AppleJson.text(said, "os"),
            AppleJson.text(said, "profile_uuid"),
            AppleJson.text(said, "profile_status"),
            AppleJson.time(said, "device_assigned_date"),
            operation,
            AppleJson.time(said, "op_date")));
  }

  private static Optional<Operation> operation(String told) {
    return switch (told) {
      case "ADDED" -> Optional.of(Operation.ADDED);
      case "MODIFIED" -> Optional.of(Operation.MODIFIED);
      case "DELETED" -> Optional.of(Operation.DELETED);
      default -> Optional.empty();
    };
  }

  /** The name that Apple gave to a profile. */
  public static String profileUuid(byte[] json) throws MalformedAnswerException {
    return required(object(json), "profile_uuid");
  }

  /** What Apple has a new word for counts as failed. */
  public static AssignmentAnswer assignment(byte[] json) throws MalformedAnswerException {
    JsonNode said = object(json);
    Map<String, AssignmentResult> results = new LinkedHashMap<>();
    said.path("devices")
        .fields()
        .forEachRemaining(each -> results.put(each.getKey(), result(each.getValue().asText(""))));
    int seconds = said.path("retry_after_seconds").asInt(0);
    return new AssignmentAnswer(
        results, seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty());
  }

  private static AssignmentResult result(String word) {
    return switch (word) {
      case "SUCCESS" -> AssignmentResult.SUCCESS;
      case "NOT_ACCESSIBLE" -> AssignmentResult.NOT_ACCESSIBLE;
      case "THROTTLED" -> AssignmentResult.THROTTLED;
      default -> AssignmentResult.FAILED;
    };
  }

  private static JsonNode object(byte[] json) throws MalformedAnswerException {
    return AppleJson.object(json)
        .orElseThrow(() -> new MalformedAnswerException("Apple's answer is cut off or no JSON"));
  }

  private static String required(JsonNode said, String name) throws MalformedAnswerException {
    String text = AppleJson.text(said, name);
    if (text.isEmpty()) {
      throw new MalformedAnswerException("Apple's answer lacks " + name);
    }
    return text;
  }
}
