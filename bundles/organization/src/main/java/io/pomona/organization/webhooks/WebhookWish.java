package io.pomona.organization.webhooks;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityType;
import io.pomona.api.organization.DeviceTopic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person wants a webhook to be. What is empty stays as it is, or as it is by default.
 *
 * @param topics none = all
 */
public record WebhookWish(
    Optional<String> name,
    Optional<String> url,
    Optional<Set<String>> topics,
    Optional<Boolean> payloads,
    Optional<Boolean> paused,
    Optional<String> secret) {
  private static final int LONGEST_NAME = 255;

  public WebhookWish {
    name = name.map(WebhookWish::requireName);
    topics = topics.map(WebhookWish::requireTopics);
  }

  public static WebhookWish nothing() {
    return new WebhookWish(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public WebhookWish paused(boolean wanted) {
    return new WebhookWish(name, url, topics, payloads, Optional.of(wanted), secret);
  }

  /** All that can be asked for. */
  public static List<String> knownTopics() {
    return Stream.concat(
            Arrays.stream(DeviceTopic.values()).map(DeviceTopic::label),
            Arrays.stream(ActivityType.values()).map(ActivityType::label).sorted())
        .toList();
  }

  private static String requireName(String text) {
    String name = text.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw MdmException.invalid(
          "organization.bad_webhook_name", "name", "A name has 1 to 255 characters.");
    }
    return name;
  }

  private static Set<String> requireTopics(Set<String> topics) {
    for (String topic : topics) {
      if (ActivityType.find(topic).isEmpty() && DeviceTopic.find(topic).isEmpty()) {
        throw MdmException.invalid(
            "organization.bad_webhook_topic",
            "topics",
            "A topic is the type of an activity, or one of mdm.Authenticate, mdm.TokenUpdate,"
                + " mdm.CheckOut and mdm.Connect.");
      }
    }
    return Set.copyOf(topics);
  }
}
