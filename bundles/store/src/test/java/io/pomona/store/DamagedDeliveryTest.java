package io.pomona.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.organization.DeliveryStore.Parcel;
import io.pomona.api.organization.DeliveryStore.Turn;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.WebhookId;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** A row that cannot be read stops neither those behind it nor other webhooks. */
@RunWith(Parameterized.class)
public class DamagedDeliveryTest {
  private static final Instant T = SettableClock.START;

  @Rule public final TestDatabase database;

  public DamagedDeliveryTest(TestDatabase database) {
    this.database = database;
  }

  @Parameters
  public static List<TestDatabase> databases() {
    return Arrays.asList(TestDatabase.h2Memory(), TestDatabase.postgres());
  }

  private WebhookId webhook() {
    NewWebhook said =
        new NewWebhook(
            "W",
            "https://w.example.com/",
            Optional.empty(),
            Set.of("mdm.Connect"),
            false,
            false,
            new byte[1]);
    return database
        .assembly()
        .webhooks()
        .create(said, T, made -> Fixtures.activity("created_webhook"))
        .id();
  }

  private void connect() {
    database
        .assembly()
        .deviceEvents()
        .tell(
            new DeviceEvent(
                DeviceTopic.CONNECT,
                ChannelId.device(Fixtures.udid(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                T));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Turn begin() {
    return database.assembly().deliveries().begin(10, T, Duration.ofMinutes(1)).orElseThrow();
  }

  @Test
  public void anEventThatCannotBeReadIsGone() throws SQLException {
    webhook();
    connect();
    execute("UPDATE organization_device_event SET topic = 'OF_TOMORROW'");
    connect();
    List<Parcel> parcels = begin().parcels();
    assertEquals(Optional.empty(), parcels.get(0).event());
    assertEquals(Optional.empty(), parcels.get(0).activity());
    assertEquals(DeviceTopic.CONNECT, parcels.get(1).event().orElseThrow().topic());
  }

  @Test
  public void whenReadingFailsTheOthersHaveTheirTurn() throws SQLException {
    WebhookId one = webhook();
    WebhookId other = webhook();
    connect();
    execute("ALTER TABLE organization_device_event RENAME TO organization_away");
    assertThrows(RuntimeException.class, this::begin);
    execute("ALTER TABLE organization_away RENAME TO organization_device_event");
    WebhookId next = begin().webhook().id();
    assertNotEquals(one, next);
    assertEquals(other, next);
  }
}
