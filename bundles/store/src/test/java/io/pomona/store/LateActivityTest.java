package io.pomona.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityLink;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SettableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Whoever writes an activity and whoever chains do not wait for each other. */
@RunWith(Parameterized.class)
public class LateActivityTest {
  private static final ActivityLink.Hash HASH = (position, previous, activity) -> "h" + position;
  private static final String LATE =
      "INSERT INTO organization_activity (created_at, actor_name, actor_email, kind, details)"
          + " SELECT created_at, actor_name, actor_email, 'deleted_host', details"
          + " FROM organization_activity";

  @Rule public final TestDatabase database;

  public LateActivityTest(TestDatabase database) {
    this.database = database;
  }

  @Parameters
  public static List<TestDatabase> databases() {
    return Arrays.asList(TestDatabase.h2Memory(), TestDatabase.postgres());
  }

  private void append(String type) {
    ActivityDraft draft = ActivityDraft.of(Fixtures.ADMIN, type);
    database.assembly().activities().append(draft, SettableClock.START);
  }

  private List<String> chained() {
    ActivityChainStore chain = database.assembly().activityChain();
    while (chain.chain(10, HASH) > 0) {
      assertTrue(chain.links(0, 10).size() < 10);
    }
    return chain.links(0, 10).stream().map(link -> link.activity().type()).toList();
  }

  @Test
  public void whatIsCommittedLateIsChainedLate() throws SQLException {
    database.assembly().activityChain().begin(new byte[] {1});
    append("locked_host");
    try (Connection slow = database.pool().getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.executeUpdate(LATE);
      append("wiped_host");
      assertEquals(List.of("locked_host", "wiped_host"), chained());
      slow.commit();
      slow.setAutoCommit(true);
    }
    assertEquals(List.of("locked_host", "wiped_host", "deleted_host"), chained());
  }

  @Test
  public void whileOneChainsTheOthersGoOn() throws SQLException {
    database.assembly().activityChain().begin(new byte[] {1});
    try (Connection other = database.pool().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      ResultSet held =
          statement.executeQuery("SELECT id FROM organization_activity_head FOR UPDATE");
      assertTrue(held.next());
      append("locked_host");
      assertEquals(List.of(), chained());
      other.rollback();
      other.setAutoCommit(true);
    }
    assertEquals(List.of("locked_host"), chained());
  }

  @Test
  public void aChainWhoseHeadIsGoneGoesOnBehindItsLastLink() throws SQLException {
    ActivityChainStore chain = database.assembly().activityChain();
    chain.begin(new byte[] {1});
    append("locked_host");
    assertEquals(List.of("locked_host"), chained());
    try (Connection connection = database.pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM organization_activity_head");
    }
    chain.begin(new byte[] {2});
    append("wiped_host");
    assertEquals(List.of("locked_host", "wiped_host"), chained());
    assertEquals("h1", chain.links(1, 1).get(0).previous());
  }

  @Test
  public void whatWasTakenOutOfTheChainDoesNotStopIt() throws SQLException {
    database.assembly().activityChain().begin(new byte[] {1});
    ActivityDraft ofHost = ActivityDraft.of(Fixtures.ADMIN, "wiped_host").with("host_id", 7L);
    database.assembly().activities().append(ofHost, SettableClock.START);
    append("locked_host");
    assertEquals(List.of("wiped_host", "locked_host"), chained());
    try (Connection connection = database.pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE organization_activity SET chain_position = NULL WHERE chain_position = 1");
    }
    assertEquals(List.of("locked_host", "wiped_host"), chained());
  }
}
