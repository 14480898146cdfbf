package io.pomona.simulator.mac;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Decides per command. Behaviours given for a request type (or for {@link #ANY}) are used up in
 * turn, one for each command handed out; after them the Mac obeys, or draws by its seed.
 */
public final class BehaviourScript {

  public static final String ANY = "*";

  private static final Behaviour OBEY = new Behaviour.Obey();

  private final Map<String, Deque<Behaviour>> script = new HashMap<>();
  private final Map<String, Behaviour> habits = new HashMap<>();
  private final Map<String, Integer> notNowLeft = new HashMap<>();
  private final Random random;
  private final double share;

  private BehaviourScript(Random random, double share) {
    this.random = random;
    this.share = share;
  }

  public static BehaviourScript obedient() {
    return new BehaviourScript(new Random(0), 0);
  }

  /** Misbehaves with this share of the commands, in every way there is, the same for one seed. */
  public static BehaviourScript seeded(long seed, double share) {
    return new BehaviourScript(new Random(seed), share);
  }

  public synchronized BehaviourScript on(String requestType, Behaviour... behaviours) {
    script.computeIfAbsent(requestType, type -> new ArrayDeque<>()).addAll(List.of(behaviours));
    return this;
  }

  /** From now on each of this request type, after what was given for a number of them. */
  public synchronized BehaviourScript always(String requestType, Behaviour behaviour) {
    habits.put(requestType, behaviour);
    return this;
  }

  synchronized Behaviour next(String requestType, String commandUuid) {
    Integer left = notNowLeft.get(commandUuid);
    if (left != null) {
      return countDown(commandUuid, left);
    }
    Behaviour behaviour = scripted(requestType);
    return behaviour instanceof Behaviour.NotNow notNow
        ? countDown(commandUuid, notNow.times())
        : behaviour;
  }

  /** A command in NotNow is remembered until it was obeyed once. */
  private Behaviour countDown(String commandUuid, int left) {
    if (left <= 0) {
      notNowLeft.remove(commandUuid);
      return OBEY;
    }
    notNowLeft.put(commandUuid, left - 1);
    return new Behaviour.NotNow(left);
  }

  private Behaviour scripted(String requestType) {
    for (String key : List.of(requestType, ANY)) {
      Deque<Behaviour> queue = script.get(key);
      if (queue != null && !queue.isEmpty()) {
        return queue.poll();
      }
    }
    Behaviour habit = habits.getOrDefault(requestType, OBEY);
    return random.nextDouble() < share ? drawn() : habit;
  }

  /** Errors are left out: they end in another state than obedience does. */
  private Behaviour drawn() {
    return switch (random.nextInt(6)) {
      case 0 -> new Behaviour.NotNow(1 + random.nextInt(3));
      case 1 -> new Behaviour.Duplicate(1 + random.nextInt(2));
      case 2 -> new Behaviour.Silence();
      case 3 -> new Behaviour.Delay(Duration.ofMillis(1 + random.nextInt(50)));
      case 4 -> new Behaviour.Undecodable();
      default -> new Behaviour.WrongUuid();
    };
  }
}
