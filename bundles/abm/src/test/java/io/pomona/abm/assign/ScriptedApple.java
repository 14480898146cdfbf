package io.pomona.abm.assign;

import io.pomona.abm.apple.AppleRefusal;
import io.pomona.abm.apple.DeviceEnrollment;
import io.pomona.abm.apple.DeviceEnrollments;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.AssignmentAnswer;
import io.pomona.protocol.dep.AssignmentResult;
import io.pomona.protocol.dep.DevicePage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes every profile and assigns it to everybody, unless it is told otherwise. */
final class ScriptedApple implements DeviceEnrollments, DeviceEnrollment {
  /** A call to assign. */
  record Call(String profileUuid, List<String> serials) {}

  final List<String> defined = new ArrayList<>();
  final List<Call> calls = new ArrayList<>();
  final Map<String, AssignmentResult> results = new HashMap<>();
  final Set<String> leftOut = new HashSet<>();
  final Deque<AppleRefusal> definitionRefusals = new ArrayDeque<>();
  final Deque<AppleRefusal> refusals = new ArrayDeque<>();
  Optional<Duration> retryAfter = Optional.empty();

  @Override
  public DeviceEnrollment of(AbmTokenId token) {
    return this;
  }

  @Override
  public String define(String profile) {
    if (!definitionRefusals.isEmpty()) {
      throw definitionRefusals.remove();
    }
    defined.add(profile);
    return "UUID-" + defined.size();
  }

  @Override
  public AssignmentAnswer assign(String profileUuid, List<String> serialNumbers) {
    calls.add(new Call(profileUuid, List.copyOf(serialNumbers)));
    if (!refusals.isEmpty()) {
      throw refusals.remove();
    }
    Map<String, AssignmentResult> answer = new LinkedHashMap<>();
    serialNumbers.stream()
        .filter(serial -> !leftOut.contains(serial))
        .forEach(
            serial -> answer.put(serial, results.getOrDefault(serial, AssignmentResult.SUCCESS)));
    return new AssignmentAnswer(answer, retryAfter);
  }

  @Override
  public AppleAccount account() {
    throw new AssertionError("Nobody asks for the account here");
  }

  @Override
  public DevicePage fetch(Optional<String> cursor, int limit) {
    throw new AssertionError("Nobody fetches here");
  }

  @Override
  public DevicePage sync(String cursor, int limit) {
    throw new AssertionError("Nobody synchronizes here");
  }
}
