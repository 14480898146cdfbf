package io.pomona.abm.assign;

import io.pomona.abm.apple.AppleRefusal;
import io.pomona.abm.apple.AppleRefusal.Kind;
import io.pomona.abm.apple.DeviceEnrollment;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AssignmentStore;
import io.pomona.api.abm.AssignmentStore.Outcome;
import io.pomona.api.abm.AssignmentStore.Wanted;
import io.pomona.protocol.dep.AssignmentAnswer;
import io.pomona.protocol.dep.AssignmentResult;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The assignments of one token, as long as there are any. A call whose answer is lost is made again
 * in the next run: assigning twice is harmless.
 */
final class TokenRun {
  static final int BATCH = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");

  private final AssignmentStore store;
  private final AbmTokenId token;
  private final DeviceEnrollment apple;
  private final int chunk;
  private final Waits waits;
  private final Clock clock;
  private final BooleanSupplier mayGoOn;
  // No Mac twice in a run, however short the waits are.
  private final Set<String> tried = new HashSet<>();

  /**
   * @param chunk how many Macs Apple takes in one call
   * @param mayGoOn asked before each call to Apple
   */
  TokenRun(
      AssignmentStore store,
      AbmTokenId token,
      DeviceEnrollment apple,
      int chunk,
      Waits waits,
      Clock clock,
      BooleanSupplier mayGoOn) {
    this.store = store;
    this.token = token;
    this.apple = apple;
    this.chunk = chunk;
    this.waits = waits;
    this.clock = clock;
    this.mayGoOn = mayGoOn;
  }

  /**
   * @param definitions what Apple is told, by hash
   * @throws AppleRefusal when Apple takes no calls now
   */
  void run(Map<String, String> definitions) {
    boolean moved = true;
    while (moved) {
      List<Wanted> batch = store.wanted(token, clock.instant(), BATCH);
      Map<String, List<Wanted>> byHash =
          batch.stream()
              .filter(mac -> definitions.containsKey(mac.hash()))
              .filter(mac -> !tried.contains(mac.serialNumber()))
              .collect(
                  Collectors.groupingBy(Wanted::hash, LinkedHashMap::new, Collectors.toList()));
      moved = false;
      for (Map.Entry<String, List<Wanted>> same : byHash.entrySet()) {
        moved |= same(same.getKey(), definitions.get(same.getKey()), same.getValue());
      }
    }
  }

  /** Macs that should have the same; whether anything was done about them. */
  private boolean same(String hash, String definition, List<Wanted> macs) {
    Optional<String> uuid = macs.get(0).profileUuid().or(() -> define(hash, definition));
    List<String> serials = macs.stream().map(Wanted::serialNumber).toList();
    for (int from = 0; from < serials.size() && uuid.isPresent(); from += chunk) {
      List<String> part = serials.subList(from, Math.min(from + chunk, serials.size()));
      if (!mayGoOn.getAsBoolean()) {
        return false;
      }
      uuid = assigned(hash, definition, uuid.get(), part);
    }
    return uuid.isPresent();
  }

  /** Under which name the Macs have it; a name that Apple knows no more is replaced once. */
  private Optional<String> assigned(
      String hash, String definition, String uuid, List<String> serials) {
    try {
      assign(uuid, serials);
      return Optional.of(uuid);
    } catch (AppleRefusal refusal) {
      if (refusal.kind() != Kind.PROFILE_NOT_FOUND) {
        throw refusal;
      }
      LOG.info("Apple knows profile {} of ABM token {} no more", uuid, token.value());
      store.defined(token, hash, Optional.empty());
    }
    Optional<String> fresh = define(hash, definition);
    fresh.ifPresent(name -> assign(name, serials));
    return fresh;
  }

  private Optional<String> define(String hash, String definition) {
    if (!mayGoOn.getAsBoolean()) {
      return Optional.empty();
    }
    try {
      String uuid = apple.define(definition);
      store.defined(token, hash, Optional.of(uuid));
      LOG.info("Profile {} made known to Apple for ABM token {}", uuid, token.value());
      return Optional.of(uuid);
    } catch (AppleRefusal refusal) {
      if (refusal.kind() != Kind.BAD_REQUEST) {
        throw refusal;
      }
      LOG.warn("Apple does not take a Setup Assistant profile: {}", refusal.getMessage());
      store.refused(
          token,
          hash,
          AssignmentWords.refusedProfile(refusal.getMessage()),
          clock.instant().plus(waits.failed()));
      return Optional.empty();
    }
  }

  private void assign(String uuid, List<String> serials) {
    Instant now = clock.instant();
    tried.addAll(serials);
    try {
      List<Outcome> outcomes = outcomes(uuid, serials, apple.assign(uuid, serials), now);
      store.record(token, outcomes, now);
      outcomes.forEach(
          outcome ->
              LOG.info(
                  "{} Macs of ABM token {}: {}",
                  outcome.serialNumbers().size(),
                  token.value(),
                  outcome.result()));
    } catch (AppleRefusal refusal) {
      if (refusal.kind() != Kind.BAD_REQUEST) {
        throw refusal;
      }
      String detail = AssignmentWords.refusedAssignment(refusal.getMessage());
      Instant again = now.plus(waits.failed());
      store.record(
          token, List.of(new Outcome(uuid, AssignmentResult.FAILED, serials, detail, again)), now);
    }
  }

  private List<Outcome> outcomes(
      String uuid, List<String> serials, AssignmentAnswer answer, Instant now) {
    Map<Optional<AssignmentResult>, List<String>> alike =
        serials.stream()
            .collect(
                Collectors.groupingBy(
                    serial -> Optional.ofNullable(answer.results().get(serial)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Outcome> outcomes = new ArrayList<>();
    alike.forEach(
        (said, macs) -> {
          AssignmentResult result = said.orElse(AssignmentResult.FAILED);
          String detail = said.map(AssignmentWords::of).orElse(AssignmentWords.LEFT_OUT);
          Instant again =
              result == AssignmentResult.SUCCESS
                  ? Instant.EPOCH
                  : now.plus(waits.of(result, answer));
          outcomes.add(new Outcome(uuid, result, macs, detail, again));
        });
    return outcomes;
  }
}
