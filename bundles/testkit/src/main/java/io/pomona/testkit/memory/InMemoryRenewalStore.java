package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.RenewalStore;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.api.pki.StoredCertificate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.memory.RenewalTable.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class InMemoryRenewalStore implements RenewalStore {
  private final World world;

  public InMemoryRenewalStore(World world) {
    this.world = world;
  }

  private record Current(ChannelId device, StoredCertificate certificate) {}

  @Override
  public List<RenewalDue> due(Instant expiresBefore, Instant now, int limit) {
    synchronized (world) {
      return current()
          .filter(
              mac ->
                  endsSoon(mac.certificate, expiresBefore, now)
                      || authority(mac.certificate).filter(ca -> !ca.active()).isPresent())
          .filter(mac -> !underWay(mac.device, now))
          .sorted(Comparator.comparing(mac -> mac.certificate.notAfter()))
          .limit(limit)
          .map(mac -> new RenewalDue(mac.device, mac.certificate.notAfter(), attempts(mac.device)))
          .toList();
    }
  }

  private boolean endsSoon(StoredCertificate mac, Instant expiresBefore, Instant now) {
    Duration life = Duration.between(mac.notBefore(), mac.notAfter());
    return mac.notAfter().isBefore(expiresBefore)
        && Duration.between(now, mac.notAfter()).compareTo(life.dividedBy(2)) < 0
        && authority(mac).filter(ca -> !ca.notAfter().isAfter(mac.notAfter())).isEmpty();
  }

  private Optional<KeyMaterial> authority(StoredCertificate mac) {
    return world.pki.keys.stream().filter(key -> key.id().equals(mac.issuerSha256())).findFirst();
  }

  private Stream<Current> current() {
    return world.bindings.values().stream()
        .filter(row -> row.current && !row.ended && world.isEnabled(row.device))
        .flatMap(
            row ->
                world.pki.certificate(row.sha256).stream()
                    .map(certificate -> new Current(row.device, certificate)));
  }

  private boolean underWay(ChannelId device, Instant now) {
    return world.renewals.find(device).filter(attempt -> attempt.until().isAfter(now)).isPresent();
  }

  private int attempts(ChannelId device) {
    return world.renewals.find(device).map(Attempt::number).orElse(0);
  }

  @Override
  public void begin(ChannelId device, CommandOrder command, Instant now, Instant deadline) {
    synchronized (world) {
      world.requireUnused(List.of(command));
      world
          .renewals
          .find(device)
          .flatMap(attempt -> world.command(attempt.command(), device))
          .filter(row -> !row.state.isEnded())
          .ifPresent(
              row -> {
                row.replacedBy = Optional.of(command.command().uuid());
                world.cancel(row, command.command().requestedBy(), now);
              });
      int number = attempts(device) + 1;
      world.enqueue(List.of(command), now);
      world.renewals.put(device, new Attempt(command.command().uuid(), deadline, number));
    }
  }

  @Override
  public void postpone(ChannelId device, Instant until) {
    synchronized (world) {
      world
          .renewals
          .find(device)
          .ifPresent(
              attempt ->
                  world.renewals.put(
                      device, new Attempt(attempt.command(), until, attempt.number())));
    }
  }

  @Override
  public long expiringBefore(Instant before) {
    synchronized (world) {
      return current().filter(mac -> mac.certificate.notAfter().isBefore(before)).count();
    }
  }
}
