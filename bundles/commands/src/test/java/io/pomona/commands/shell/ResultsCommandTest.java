package io.pomona.commands.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.organization.TeamScope;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Printed;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class ResultsCommandTest {
  @Rule public final Printed printed = new Printed();
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final EnrolledMac one = Fixtures.enrolledMac(stores, 1, clock.instant());
  private final EnrolledMac two = Fixtures.enrolledMac(stores, 2, clock.instant());

  /** To two Macs, of which the first has answered. */
  private String sent() {
    CommandQueueStore queue = stores.commandQueue();
    CommandOrder order =
        Fixtures.order("SecurityInfo", "admin", clock.instant(), one.channel(), two.channel());
    queue.enqueue(List.of(order), List.of(), clock.instant());
    queue.exchange(Reports.idle(one.channel()), clock.instant());
    queue.exchange(
        Reports.acknowledged(one.channel(), order.command().uuid(), "Answer", "yes"),
        clock.instant());
    return order.command().uuid().value();
  }

  private ResultsCommand results(FakeAccess access, String uuid) {
    ResultsCommand command = new ResultsCommand();
    command.uuid = uuid;
    command.history = stores.commandHistory();
    command.hosts = stores.hosts();
    command.activities = stores.activities();
    command.access = access;
    command.actors = () -> Fixtures.ADMIN;
    return command;
  }

  private String printed(ResultsCommand command) {
    command.execute();
    return printed.text();
  }

  @Test
  public void eachMacSaysWhatBecameOfItAndWhatItAnswered() {
    String text = printed(results(FakeAccess.allowingAll(), sent()));
    assertTrue(text, text.startsWith("Mac 1: Acknowledged\n<?xml"));
    assertTrue(text, text.contains("<key>Answer</key>"));
    assertTrue(text, text.endsWith("Mac 2: Pending\n"));
  }

  @Test
  public void someAreEnough() {
    ResultsCommand first = results(FakeAccess.allowingAll(), sent());
    first.limit = 1;
    String text = printed(first);
    assertFalse(text, text.contains("Mac 2"));
    assertTrue(text, text.endsWith("There are more Macs; say --limit, or --host.\n"));
    first.host = Fixtures.serial(2);
    assertEquals("Mac 2: Pending\n", printed(first));
  }

  @Test
  public void whoMayNotSeeTheMacsSeesNothing() {
    String uuid = sent();
    ResultsCommand foreign = results(FakeAccess.within(TeamScope.nowhere()), uuid);
    assertEquals("commands.unknown", assertThrows(MdmException.class, foreign::execute).code());
    foreign.host = Fixtures.serial(1);
    assertEquals(
        "commands.unknown_host", assertThrows(MdmException.class, foreign::execute).code());
    ResultsCommand denied = results(FakeAccess.denyingAll(), uuid);
    assertEquals(
        "organization.forbidden", assertThrows(MdmException.class, denied::execute).code());
    assertEquals("", printed.text());
  }
}
