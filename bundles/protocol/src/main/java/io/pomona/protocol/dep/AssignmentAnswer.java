package io.pomona.protocol.dep;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What Apple did with a profile for each Mac. A serial number that is not in it was left out by
 * Apple, which counts as failed.
 *
 * @param retryAfter how long Apple asks to wait with those that it has throttled
 */
public record AssignmentAnswer(
    Map<String, AssignmentResult> results, Optional<Duration> retryAfter) {}
