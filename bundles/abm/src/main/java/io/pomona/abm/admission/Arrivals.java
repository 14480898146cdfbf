package io.pomona.abm.admission;

import io.pomona.abm.AbmConfig;
import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmDeviceLookup;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.StatusCheck;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.pki.MachineSignatures;
import io.pomona.api.pki.MachineSignatures.Statement;
import io.pomona.protocol.dep.MachineInfo;
import io.pomona.protocol.dep.MalformedMachineInfoException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides at the door. A Mac needs both: ABM assigns it to us now, and Apple's hardware has signed
 * what it says of itself; an admin may excuse the lack of one of them, once. Whoever is refused is
 * told nothing but that.
 */
@Component(
    service = {Arrivals.class, StatusCheck.class},
    configurationPid = AbmConfig.PID)
public final class Arrivals implements StatusCheck {
  private static final String NAME = "abm.admission";

  private final MachineSignatures signatures;
  private final AbmDeviceLookup abm;
  private final HostStore hosts;
  private final ArrivalStore store;
  private final Rejections rejections;
  private final DeviceCas authorities;
  private final boolean unsignedNewcomers;
  private final Clock clock;

  @Activate
  public Arrivals(
      @Reference MachineSignatures signatures,
      @Reference AbmDeviceLookup abm,
      @Reference HostStore hosts,
      @Reference ArrivalStore store,
      @Reference Rejections rejections,
      AbmConfig config) {
    this(signatures, abm, hosts, store, rejections, config, Clock.systemUTC());
  }

  Arrivals(
      MachineSignatures signatures,
      AbmDeviceLookup abm,
      HostStore hosts,
      ArrivalStore store,
      Rejections rejections,
      AbmConfig config,
      Clock clock) {
    this.signatures = signatures;
    this.abm = abm;
    this.hosts = hosts;
    this.store = store;
    this.rejections = rejections;
    this.authorities = DeviceCas.of(config.device_ca_pem());
    this.unsignedNewcomers = config.unsigned_newcomers();
    this.clock = clock;
  }

  /**
   * Reads what a Mac says of itself; costs nothing but a signature's check.
   *
   * @throws MdmException malformed
   */
  public Statement read(byte[] cms) {
    return signatures.read(cms, authorities.required());
  }

  public Arrival receive(byte[] cms) {
    return receive(read(cms));
  }

  /**
   * Decides on what was read.
   *
   * @throws MdmException malformed, or forbidden {@code abm.not_admitted}
   */
  public Arrival receive(Statement statement) {
    MachineInfo machine = machine(statement);
    boolean assigned = abm.assigned(machine.serialNumber()).isPresent();
    Optional<Host> host = host(machine.serialNumber());
    Optional<Reason> reason = reason(statement, assigned, machine, host);
    boolean excused = reason.filter(Reason::isExcusable).isPresent() && isAdmitted(machine);
    if (reason.isPresent() && !excused) {
      throw rejections.refuse(machine.serialNumber(), host, reason.get());
    }
    return new Arrival(machine, host, excused);
  }

  private static MachineInfo machine(Statement statement) {
    try {
      return MachineInfo.read(statement.content());
    } catch (MalformedMachineInfoException e) {
      throw MdmException.malformed("abm.malformed_machine_info", e.getMessage()).causedBy(e);
    }
  }

  /** The Mac in the registry. */
  public Optional<Host> host(String serialNumber) {
    return abm.assigned(serialNumber)
        .flatMap(device -> hosts.find(device.host()))
        .or(() -> hosts.findByIdentifier(serialNumber, TeamScope.everywhere()))
        .filter(found -> found.facts().serialNumber().equals(serialNumber));
  }

  private Optional<Reason> reason(
      Statement statement, boolean assigned, MachineInfo machine, Optional<Host> host) {
    if (statement.isVerified()) {
      return assigned ? Optional.empty() : Optional.of(Reason.NOT_ASSIGNED);
    }
    if (!assigned) {
      return Optional.of(Reason.NEITHER);
    }
    Optional<String> known = host.flatMap(Host::udid);
    if (known.filter(udid -> !udid.equals(machine.udid())).isPresent()) {
      return Optional.of(Reason.ANOTHER_UDID);
    }
    boolean newcomer = known.isEmpty();
    return unsignedNewcomers && newcomer ? Optional.empty() : Optional.of(Reason.NOT_SIGNED);
  }

  private boolean isAdmitted(MachineInfo machine) {
    return isAdmitted(machine.serialNumber(), machine.udid());
  }

  /** Whether an admin lets this Mac in, now. */
  public boolean isAdmitted(String serialNumber, String udid) {
    return store
        .admission(serialNumber, clock.instant())
        .filter(admission -> admission.isFor(udid))
        .isPresent();
  }

  /**
   * Binds the admission that the arrival needs to this Mac. Asked right before it is given
   * something; it may ask again until it has begun to enroll.
   */
  public void enter(Arrival arrival) {
    String serial = arrival.machine().serialNumber();
    String udid = arrival.machine().udid();
    if (arrival.byAdmission() && !store.bindAdmission(serial, udid, clock.instant())) {
      throw rejections.refuse(serial, arrival.host(), Reason.NOT_SIGNED);
    }
  }

  /** What of the configuration shuts everybody out, or lets more in than Apple vouches for. */
  @Override
  public List<StatusLine> check() {
    if (authorities.certificates().isEmpty()) {
      return List.of(
          new StatusLine(
              NAME,
              Level.ERROR,
              "No Mac can enroll automatically: the file of device.ca.pem in io.pomona.abm.cfg holds"
                  + " no certificates with RSA keys that can be read."));
    }
    return unsignedNewcomers
        ? List.of(
            new StatusLine(
                NAME,
                Level.WARNING,
                "Macs that have never enrolled come in without Apple's signature:"
                    + " unsigned.newcomers is set in io.pomona.abm.cfg."))
        : List.of();
  }
}
