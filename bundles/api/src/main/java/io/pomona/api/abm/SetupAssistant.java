package io.pomona.api.abm;

import java.time.Instant;

/**
 * The Setup Assistant profile of a team.
 *
 * @param name of the file that it came from
 * @param profile its JSON, checked: {@code io.pomona.protocol.dep.SetupProfile}
 */
public record SetupAssistant(String name, String profile, Instant uploadedAt) {}
