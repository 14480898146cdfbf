package io.pomona.simulator.apple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What Apple refuses by form: topic, token, push type, payload. */
final class PushRules {

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{2,200}");
  private static final int LARGEST_PAYLOAD = 4096;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> topics = new ConcurrentHashMap<>();

  /** From now on this token is known to belong to the topic. */
  void register(String tokenHex, String topic) {
    topics.put(tokenHex, topic);
  }

  /** Empty when the push is right in form; the magic is read by {@link #magic}. */
  Optional<Verdict> refuse(PushRequest request, String certificateTopic) {
    if (!"POST".equals(request.method())) {
      return refuse(405, "MethodNotAllowed");
    } else if (request.token().isEmpty()) {
      return refuse(404, "BadPath");
    } else if (!TOKEN.matcher(request.token()).matches()) {
      return refuse(400, "BadDeviceToken");
    } else if (request.header("apns-topic").isEmpty()) {
      return refuse(400, "MissingTopic");
    } else if (!request.header("apns-topic").equals(certificateTopic)) {
      return refuse(400, "BadTopic");
    } else if (!certificateTopic.equals(topics.getOrDefault(request.token(), certificateTopic))) {
      return refuse(400, "DeviceTokenNotForTopic");
    } else if (!"mdm".equals(request.header("apns-push-type"))) {
      return refuse(400, "InvalidPushType");
    } else if (request.body().length > LARGEST_PAYLOAD) {
      return refuse(413, "PayloadTooLarge");
    } else if (magic(request).isEmpty()) {
      return refuse(400, "PayloadEmpty");
    }
    return Optional.empty();
  }

  private static Optional<Verdict> refuse(int status, String reason) {
    return Optional.of(Verdict.of(status, reason));
  }

  /** The body must be exactly {"mdm": magic}. */
  Optional<String> magic(PushRequest request) {
    try {
      JsonNode body = json.readTree(request.body());
      boolean exact = body != null && body.isObject() && body.size() == 1;
      return exact && body.path("mdm").isTextual()
          ? Optional.of(body.get("mdm").textValue())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  byte[] errorBody(Verdict verdict) {
    var body = json.createObjectNode().put("reason", verdict.reason());
    if (verdict.details().get(Verdict.TIMESTAMP) instanceof Long timestamp) {
      body.put("timestamp", timestamp);
    }
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
