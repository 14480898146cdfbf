package io.pomona.testkit.memory;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

final class HostRow {
  final HostId id;
  final Instant createdAt;
  Optional<String> udid = Optional.empty();
  MacFacts facts;
  Optional<TeamId> team = Optional.empty();
  MdmStatus mdm = MdmStatus.OFF;
  Optional<Instant> enrolledAt = Optional.empty();
  Optional<Instant> lastSeenAt = Optional.empty();
  Optional<Instant> detailsUpdatedAt = Optional.empty();
  boolean refetchRequested;
  HostInventory inventory = new HostInventory(Optional.empty(), Optional.empty());
  Optional<Instant> dirtyAt = Optional.empty();
  Instant leasedUntil = Instant.EPOCH;
  boolean markedSinceLease;

  HostRow(HostId id, MacFacts facts, Instant createdAt) {
    this.id = id;
    this.facts = facts;
    this.createdAt = createdAt;
  }

  Host toHost() {
    return new Host(
        id,
        udid,
        facts,
        team,
        mdm,
        createdAt,
        enrolledAt,
        lastSeenAt,
        detailsUpdatedAt,
        refetchRequested);
  }

  void take(MacFacts said) {
    facts =
        new MacFacts(
            or(said.serialNumber(), facts.serialNumber()),
            or(said.name(), facts.name()),
            or(said.model(), facts.model()),
            or(said.modelName(), facts.modelName()),
            or(said.osVersion(), facts.osVersion()),
            or(said.buildVersion(), facts.buildVersion()));
  }

  private static String or(String said, String before) {
    return said.isEmpty() ? before : said;
  }

  void mark(Instant at) {
    if (!mdm.isOn()) {
      return;
    }
    boolean first = dirtyAt.isEmpty() || leasedUntil.isAfter(Instant.EPOCH) && !markedSinceLease;
    dirtyAt = Optional.of(first || at.isBefore(dirtyAt.get()) ? at : dirtyAt.get());
    markedSinceLease = true;
  }

  boolean isDue(Instant now) {
    return mdm.isOn()
        && dirtyAt.filter(at -> !at.isAfter(now)).isPresent()
        && !leasedUntil.isAfter(now);
  }

  void lease(Instant until) {
    leasedUntil = until;
    markedSinceLease = false;
  }

  void reconciled() {
    if (!markedSinceLease) {
      dirtyAt = Optional.empty();
    }
    leasedUntil = Instant.EPOCH;
  }
}
