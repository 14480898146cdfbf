package io.pomona.abm.admission;

import io.pomona.api.MdmException;
import io.pomona.api.abm.Admission;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a Mac in once that would be refused, because an admin has it before them. */
@Component(service = Admissions.class)
public final class Admissions {
  public static final int USUAL_HOURS = 24;

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final int MOST_HOURS = 168;
  private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9.,_+-]{1,64}");

  private final ArrivalStore store;
  private final HostStore hosts;
  private final Access access;
  private final Clock clock;

  @Activate
  public Admissions(
      @Reference ArrivalStore store, @Reference HostStore hosts, @Reference Access access) {
    this(store, hosts, access, Clock.systemUTC());
  }

  Admissions(ArrivalStore store, HostStore hosts, Access access, Clock clock) {
    this.store = store;
    this.hosts = hosts;
    this.access = access;
    this.clock = clock;
  }

  /** The Mac need not be known here; one that is has to be in a team of the admin's. */
  public Admission grant(Actor actor, String serialNumber, int hours) {
    require(SERIAL.matcher(serialNumber).matches(), "serial_number", "Name one serial number.");
    require(hours >= 1 && hours <= MOST_HOURS, "hours", "Give 1 to " + MOST_HOURS + " hours.");
    Optional<Host> host = host(serialNumber);
    access.require(actor, Permission.ENROLL_HOSTS, host.flatMap(Host::team));
    Instant now = clock.instant();
    Admission admission =
        Admission.of(serialNumber, actor.name(), now.plus(Duration.ofHours(hours)));
    store.admit(admission, activity(actor, admission, host), now);
    LOG.info("Mac {} may come in once until {}", serialNumber, admission.expires());
    return admission;
  }

  /** Those of the actor's Macs that stand. */
  public List<Admission> list(Actor actor) {
    TeamScope scope = access.scope(actor, Permission.ENROLL_HOSTS);
    return store.admissions(clock.instant()).stream()
        .filter(admission -> scope.includes(host(admission.serialNumber()).flatMap(Host::team)))
        .toList();
  }

  /**
   * Takes one back; a Mac that was given its profile by it keeps that.
   *
   * @throws MdmException not found {@code abm.no_admission}
   */
  public void withdraw(Actor actor, String serialNumber) {
    Optional<Host> host = host(serialNumber);
    access.require(actor, Permission.ENROLL_HOSTS, host.flatMap(Host::team), Admissions::none);
    ActivityDraft activity =
        Rejections.about(ActivityDraft.of(actor, "withdrew_admission"), serialNumber, host);
    if (!store.withdraw(serialNumber, activity, clock.instant())) {
      throw none();
    }
    LOG.info("Mac {} may no longer come in", serialNumber);
  }

  private static MdmException none() {
    return MdmException.notFound(
        "abm.no_admission",
        "No Mac of this serial number is let in; it may have come, or expired.");
  }

  private Optional<Host> host(String serialNumber) {
    return hosts
        .findByIdentifier(serialNumber, TeamScope.everywhere())
        .filter(found -> found.facts().serialNumber().equals(serialNumber));
  }

  private static void require(boolean right, String field, String reason) {
    if (!right) {
      throw MdmException.invalid("abm.bad_admission", field, reason);
    }
  }

  private static ActivityDraft activity(Actor actor, Admission admission, Optional<Host> host) {
    return Rejections.about(
            ActivityDraft.of(actor, "admitted_host"), admission.serialNumber(), host)
        .with("expires_at", admission.expires().toString());
  }
}
