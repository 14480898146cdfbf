package io.pomona.testkit.memory;

import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.SetupTicket;
import io.pomona.api.abm.SetupTicketStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

public final class InMemorySetupTicketStore implements SetupTicketStore {
  private final Map<String, SetupTicket> tickets = new HashMap<>();

  @Override
  public synchronized void save(SetupTicket ticket, Instant now) {
    tickets.values().removeIf(old -> !old.expires().isAfter(now));
    tickets.put(ticket.sha256(), ticket);
  }

  @Override
  public synchronized Optional<SetupTicket> find(String sha256, Instant now) {
    return Optional.ofNullable(tickets.get(sha256)).filter(ticket -> ticket.expires().isAfter(now));
  }

  @Override
  public void agree(String sha256, Instant now) {
    change(sha256, now, was -> with(was, true, was.stateSha256(), was.user(), false));
  }

  @Override
  public void begin(String sha256, String stateSha256, Instant now) {
    change(
        sha256, now, was -> with(was, was.agreed(), Optional.of(stateSha256), was.user(), false));
  }

  @Override
  public synchronized boolean endLogin(String sha256, String stateSha256, Instant now) {
    boolean current =
        find(sha256, now)
            .filter(ticket -> ticket.stateSha256().equals(Optional.of(stateSha256)))
            .isPresent();
    return current
        && change(sha256, now, was -> with(was, was.agreed(), Optional.empty(), was.user(), false));
  }

  @Override
  public void loggedIn(String sha256, EndUser user, Instant now) {
    change(
        sha256, now, was -> with(was, was.agreed(), was.stateSha256(), Optional.of(user), false));
  }

  @Override
  public boolean finish(String sha256, Instant now) {
    return change(sha256, now, was -> with(was, was.agreed(), was.stateSha256(), was.user(), true));
  }

  private synchronized boolean change(
      String sha256, Instant now, UnaryOperator<SetupTicket> change) {
    Optional<SetupTicket> open = find(sha256, now).filter(ticket -> !ticket.done());
    open.ifPresent(ticket -> tickets.put(sha256, change.apply(ticket)));
    return open.isPresent();
  }

  private static SetupTicket with(
      SetupTicket was,
      boolean agreed,
      Optional<String> state,
      Optional<EndUser> user,
      boolean done) {
    return new SetupTicket(
        was.sha256(),
        was.serialNumber(),
        was.udid(),
        was.admitted(),
        agreed,
        state,
        user,
        done,
        was.expires());
  }
}
