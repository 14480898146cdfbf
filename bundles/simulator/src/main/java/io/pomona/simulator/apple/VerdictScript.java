package io.pomona.simulator.apple;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to say to pushes that are right in form. Verdicts given for a token are used up first, then
 * those for all, then the standing one of the token, then the standing one for all, then 200.
 */
public final class VerdictScript {

  private final Map<String, Deque<Verdict>> once = new HashMap<>();
  private final Map<String, Verdict> standing = new HashMap<>();
  private final Deque<Verdict> forAll = new ArrayDeque<>();
  private Verdict usual = Verdict.ok();

  public synchronized VerdictScript next(Verdict... verdicts) {
    forAll.addAll(List.of(verdicts));
    return this;
  }

  public synchronized VerdictScript next(String tokenHex, Verdict... verdicts) {
    once.computeIfAbsent(tokenHex, token -> new ArrayDeque<>()).addAll(List.of(verdicts));
    return this;
  }

  /** From now on, every time. */
  public synchronized VerdictScript always(String tokenHex, Verdict verdict) {
    standing.put(tokenHex, verdict);
    return this;
  }

  /** From now on, to every push that nothing else is said to: an outage. */
  public synchronized VerdictScript always(Verdict verdict) {
    usual = verdict;
    return this;
  }

  public synchronized VerdictScript clear() {
    usual = Verdict.ok();
    once.clear();
    standing.clear();
    forAll.clear();
    return this;
  }

  synchronized Verdict of(String tokenHex) {
    Deque<Verdict> own = once.get(tokenHex);
    if (own != null && !own.isEmpty()) {
      return own.poll();
    }
    return forAll.isEmpty() ? standing.getOrDefault(tokenHex, usual) : forAll.poll();
  }
}
