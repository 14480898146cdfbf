package io.pomona.api.organization;

import java.util.Optional;
import java.util.Set;

/**
 * What people say of a webhook.
 *
 * @param url where events are sent by POST; a part of it may be a secret
 * @param team only what is of this team; empty = everything
 * @param topics names of {@link ActivityType} and {@link DeviceTopic}; none = all
 * @param payloads whether the messages of Macs themselves are sent as well
 * @param sealedSecret what bodies are signed with, sealed
 */
public record NewWebhook(
    String name,
    String url,
    Optional<TeamId> team,
    Set<String> topics,
    boolean payloads,
    boolean paused,
    byte[] sealedSecret) {
  public NewWebhook {
    topics = Set.copyOf(topics);
  }

  public boolean wants(String topic) {
    return topics.isEmpty() || topics.contains(topic);
  }

  /** What happened to this activity's teams, and what is of none, as far as it may be told. */
  public boolean wants(Activity activity) {
    return wants(activity.type()) && team.map(activity.teams()::contains).orElse(true);
  }
}
