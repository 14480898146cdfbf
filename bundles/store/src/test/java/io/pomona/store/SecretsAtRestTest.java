package io.pomona.store;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.organization.DeliveryStore;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Whoever has the database but not the master key reads no secret that a property list carried. */
public class SecretsAtRestTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String CANARY = "canary-4711";
  private static final byte[] PLIST =
      ("<plist><string>" + CANARY + "</string></plist>").getBytes(StandardCharsets.UTF_8);

  @ClassRule public static final TestDatabase DATABASE = TestDatabase.postgres();

  private final AssembledStores stores = DATABASE.assembly();
  private ChannelId mac;

  @Before
  public void enrolled() {
    DATABASE.empty();
    mac = Fixtures.enrolledMac(stores, 1, NOW).channel();
  }

  @Test
  public void aCommandIsSealedAndHandedOutAsItWas() throws SQLException {
    CommandUuid uuid = queue();
    assertEquals(Set.of(), tablesWithTheCanary());
    CommandReportEntry idle = Reports.idle(mac);
    assertArrayEquals(PLIST, stores.commandQueue().exchange(idle, NOW).orElseThrow());
    DATABASE.assembly().persistence().forget();
    assertArrayEquals(PLIST, stores.commandQueue().exchange(idle, NOW).orElseThrow());
    assertArrayEquals(PLIST, stores.commandHistory().body(uuid).orElseThrow());
  }

  @Test
  public void anAnswerIsSealedAndReadAsItWas() throws SQLException {
    CommandUuid uuid = queue();
    stores.commandQueue().exchange(Reports.idle(mac), NOW);
    CommandReportEntry answer = Reports.acknowledged(mac, uuid, "PIN", CANARY);
    stores.commandQueue().exchange(answer, NOW);
    assertEquals(Set.of(), tablesWithTheCanary());
    assertArrayEquals(answer.raw(), stores.commandHistory().result(uuid, mac).orElseThrow());
  }

  @Test
  public void aProfileIsSealedAndReadAsItWas() throws SQLException {
    ProfileId id =
        stores
            .profiles()
            .add(
                new NewProfile(Optional.empty(), "com.example.wifi", "Wi-Fi", "A", PLIST),
                NOW,
                Fixtures.activity("created_macos_profile"))
            .id();
    assertEquals(Set.of(), tablesWithTheCanary());
    assertArrayEquals(PLIST, stores.profiles().content(id).orElseThrow());
  }

  @Test
  public void theMessageOfAMacIsSealedUntilItIsSent() throws SQLException {
    NewWebhook said =
        new NewWebhook(
            "W", "https://w.example.com/", Optional.empty(), Set.of(), true, false, new byte[1]);
    stores.webhooks().create(said, NOW, made -> Fixtures.activity("created_webhook"));
    stores
        .deviceEvents()
        .tell(
            new DeviceEvent(
                DeviceTopic.CONNECT,
                mac,
                Optional.of("Acknowledged"),
                Optional.of("c"),
                Optional.of(PLIST),
                NOW));
    assertEquals(Set.of(), tablesWithTheCanary());
    DeliveryStore.Turn turn =
        stores.deliveries().begin(1, NOW, Duration.ofMinutes(1)).orElseThrow();
    DeviceEvent sent = turn.parcels().get(0).event().orElseThrow();
    assertArrayEquals(PLIST, sent.payload().orElseThrow());
  }

  /** The search must be able to find. */
  @Test
  public void whatIsNotSealedIsFound() throws SQLException {
    stores
        .profiles()
        .add(
            new NewProfile(Optional.empty(), "com.example." + CANARY, "Wi-Fi", "A", PLIST),
            NOW,
            Fixtures.activity("created_macos_profile"));
    assertEquals(Set.of("profiles_profile"), tablesWithTheCanary());
  }

  private CommandUuid queue() {
    NewCommand command = Fixtures.command("InstallProfile", "enrollment", NOW);
    NewCommand secret =
        new NewCommand(
            command.uuid(),
            command.requestType(),
            PLIST,
            command.priority(),
            command.owner(),
            command.requestedBy(),
            command.createdAt(),
            command.deadline());
    stores.commandQueue().enqueue(List.of(new CommandOrder(secret, List.of(mac))), List.of(), NOW);
    return command.uuid();
  }

  /** As text and as PostgreSQL writes bytes. */
  private static Set<String> tablesWithTheCanary() throws SQLException {
    String hex = java.util.HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8));
    Set<String> found = new TreeSet<>();
    try (Connection connection = DATABASE.pool().getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = TestDatabase.tables(statement);
      assertTrue(tables.contains("commands_result"));
      for (String table : tables) {
        String text = "SELECT t.* FROM " + table + " t WHERE t::text LIKE '%" + CANARY;
        try (ResultSet rows = statement.executeQuery(text + "%' OR t::text LIKE '%" + hex + "%'")) {
          if (rows.next()) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }
}
