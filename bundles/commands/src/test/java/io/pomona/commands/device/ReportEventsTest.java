package io.pomona.commands.device;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.DeliveryStore.Parcel;
import io.pomona.api.organization.DeliveryStore.Turn;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.NewWebhook;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class ReportEventsTest {
  private final MacWire wire = new MacWire();

  private void webhook(boolean payloads) {
    NewWebhook said =
        new NewWebhook(
            "W",
            "https://w.example.com/",
            Optional.empty(),
            Set.of("mdm.Connect"),
            payloads,
            false,
            new byte[1]);
    wire.stores
        .webhooks()
        .create(said, wire.clock.instant(), made -> Fixtures.activity("created_webhook"));
  }

  private List<DeviceEvent> told() {
    return wire
        .stores
        .deliveries()
        .begin(100, wire.clock.instant(), Duration.ofMinutes(1))
        .map(Turn::parcels)
        .orElse(List.of())
        .stream()
        .map(Parcel::event)
        .flatMap(Optional::stream)
        .toList();
  }

  private byte[] answer(String requestType) {
    CommandUuid uuid = wire.queue(requestType);
    wire.send(Reports.idle(wire.channel).raw());
    byte[] answer = Reports.acknowledged(wire.channel, uuid).raw();
    wire.send(answer);
    return answer;
  }

  @Test
  public void reportsAreToldAndPollsAreNot() {
    webhook(false);
    CommandUuid uuid = wire.queue("SecurityInfo");
    wire.send(Reports.idle(wire.channel).raw());
    wire.send(Reports.notNow(wire.channel, uuid).raw());
    wire.send(Reports.idle(wire.channel).raw());
    wire.send(Reports.acknowledged(wire.channel, uuid).raw());
    List<DeviceEvent> told = told();
    assertEquals(
        List.of("NotNow", "Acknowledged"),
        told.stream().map(event -> event.status().orElseThrow()).toList());
    assertEquals(Optional.of(uuid.value()), told.get(0).commandUuid());
    assertEquals(Optional.empty(), told.get(1).payload());
  }

  @Test
  public void answersAreToldToWhoWantsThemButForSecrets() {
    webhook(true);
    byte[] harmless = answer("SecurityInfo");
    answer("ActivationLockBypassCode");
    wire.send(Reports.acknowledged(wire.channel, CommandUuid.random()).raw());
    List<DeviceEvent> told = told();
    assertArrayEquals(harmless, told.get(0).payload().orElseThrow());
    assertEquals(Optional.empty(), told.get(1).payload());
    assertEquals(Optional.empty(), told.get(2).payload());
  }

  @Test
  public void nobodyWantsAnything() {
    answer("SecurityInfo");
    assertEquals(List.of(), told());
  }
}
