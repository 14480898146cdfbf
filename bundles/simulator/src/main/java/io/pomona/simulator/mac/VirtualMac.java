package io.pomona.simulator.mac;

import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.mac.declarative.DeclarativeEngine;
import io.pomona.simulator.mac.declarative.MalformedDeclarationException;
import io.pomona.simulator.mac.update.AvailableUpdate;
import io.pomona.simulator.mac.update.UpdateEngine;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Plist;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Mac as the server sees it. Every method does its work on the caller's thread and one at a time;
 * {@link MacFleet} runs many. A Mac from a folder goes on where it stopped.
 */
public final class VirtualMac extends MacFacts {

  private static final Logger LOG = LoggerFactory.getLogger(VirtualMac.class);

  private final MacStates states;
  private final MacSetup setup;
  private final Disk disk;
  private final SelfCare care;
  private final CommandExecution execution;
  private Enrollment linked;
  private MdmLink link;

  private VirtualMac(MacState state, MacStates states, MacSetup setup) {
    super(state);
    this.states = states;
    this.setup = setup;
    this.disk = new Disk(state, setup, faults);
    Subject subject = new MacSubject(state, faults);
    DeclarativeEngine declarative = new DeclarativeEngine(state.declarations(), subject);
    this.care =
        new SelfCare(
            state,
            declarative,
            new UpdateEngine(state.updates(), subject, setup.clock(), this::putOn));
    this.execution = new CommandExecution(state, setup, subject, disk, declarative);
  }

  /** A Mac that lives as long as this object. */
  public static VirtualMac inMemory(MacHardware hardware, MacSetup setup) {
    return new VirtualMac(new MacState(hardware), MacStates.inMemory(), setup);
  }

  /** The Mac of this folder; the hardware counts only where the folder holds none yet. */
  public static VirtualMac open(Path folder, MacHardware hardware, MacSetup setup) {
    MacFolder states = new MacFolder(folder);
    return new VirtualMac(states.load().orElseGet(() -> new MacState(hardware)), states, setup);
  }

  /** Installs an enrollment profile, again if need be: SCEP, Authenticate, TokenUpdate. */
  public void enroll(byte[] mobileconfig) throws IOException, ProfileRefusedException {
    enroll(mobileconfig, Supervision.none());
  }

  /** The same with what Apple Business Manager has to say about it. */
  public synchronized void enroll(byte[] mobileconfig, Supervision supervision)
      throws IOException, ProfileRefusedException {
    EnrollmentProfile profile = EnrollmentProfile.of(ConfigurationProfile.parse(mobileconfig));
    if (state.enrollment().isPresent()) {
      state.enrollment().get().profile().checkSameServer(profile);
    }
    Enrollment enrollment =
        new Enroller(state.hardware(), setup).enroll(profile, supervision.awaiting());
    state.unenroll();
    state.enroll(enrollment);
    state.supervision(supervision);
    state.locks().supervised(setup.clock().instant());
    save();
  }

  /** Setup Assistant starts over: nothing is known but the serial number and, here, the UDID. */
  public void wipe() {
    wipe(state.hardware());
  }

  /** With another UDID, as after a new logic board. */
  public void wipe(String nextUdid) {
    wipe(state.hardware().renumbered(nextUdid));
  }

  private synchronized void wipe(MacHardware next) {
    state.wipe();
    state.hardware(next);
    save();
  }

  public synchronized void updateTo(String osVersion, String build) {
    putOn(osVersion, build);
    save();
  }

  private void putOn(String osVersion, String build) {
    state.hardware(state.hardware().updated(osVersion, build));
  }

  public PollOutcome poll() {
    return poll(Channel.DEVICE);
  }

  /** Talks until the server has nothing more; never throws for what the network does. */
  public synchronized PollOutcome poll(Channel channel) {
    if (state.enrollment().flatMap(enrollment -> enrollment.address(channel)).isEmpty()) {
      return PollOutcome.of(0, PollOutcome.Ending.NOT_ENROLLED);
    }
    if (state.locks().locked()) {
      return PollOutcome.of(0, PollOutcome.Ending.LOCKED);
    }
    try {
      return lookAfterItself(
          channel,
          new Conversation(state, channel, setup, execution, this::link, this::save).run());
    } catch (IOException e) {
      return PollOutcome.of(0, PollOutcome.Ending.UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private PollOutcome lookAfterItself(Channel channel, PollOutcome talked) {
    if (channel != Channel.DEVICE || !enrolled() || locked() || !care.needed()) {
      return talked;
    }
    try {
      return care.run(this::declare).map(talked::againWithin).orElse(talked);
    } catch (MalformedDeclarationException e) {
      LOG.warn("{} does not understand the server: {}", hardware().serial(), e.getMessage());
      return PollOutcome.of(talked.commands(), PollOutcome.Ending.REFUSED, e.getMessage());
    } catch (IOException e) {
      String detail = String.valueOf(e.getMessage());
      return PollOutcome.of(talked.commands(), PollOutcome.Ending.UNREACHABLE, detail);
    } finally {
      save();
    }
  }

  private Reply declare(String endpoint, byte[] data) throws IOException {
    return link().checkIn(messages().declarativeManagement(endpoint, data));
  }

  /** What Apple offers it from now on; it learns of it with ScheduleOSUpdateScan. */
  public synchronized void offer(AvailableUpdate... updates) {
    state.updates().offer(List.of(updates));
    save();
  }

  /** Its user installs the update that it is at, without waiting for the deadline. */
  public synchronized void installUpdate() throws IOException {
    try {
      care.install(this::declare);
    } finally {
      save();
    }
  }

  /** The status report of every day: everything, where macOS knows such a report. */
  public synchronized void reportFully() throws IOException {
    care.reportFully(this::declare);
    save();
  }

  /** The user removes the profile: one attempt to say so, then everything is gone. */
  public synchronized void checkOut() {
    Enrollment enrollment = enrollmentOrThrow();
    if (!state.supervision().removable()) {
      throw new IllegalStateException("The user may not remove the MDM profile of this Mac");
    }
    try {
      if (enrollment.mdm().checkOutWhenRemoved()) {
        link().checkIn(messages().checkOut(enrollment.mdm().topic()));
      }
    } catch (IOException e) {
      // one best-effort attempt, as Apple says
    } finally {
      state.leave();
      save();
    }
  }

  /** Apple gave the Mac another push token. */
  public synchronized void changeToken() throws IOException {
    Enrollment enrollment = enrollmentOrThrow();
    PushAddress next = enrollment.device().next();
    Plist message =
        messages().tokenUpdate(enrollment.mdm().topic(), next, state.supervision().awaiting());
    Enroller.require(link(), "TokenUpdate", message);
    state.enroll(enrollment.withDevice(next));
    save();
  }

  public synchronized void setBootstrapToken(byte[] token) throws IOException {
    Enroller.require(link(), "SetBootstrapToken", messages().setBootstrapToken(token));
    state.bootstrapToken(token);
    save();
  }

  /** What the server has kept; empty where it has nothing. */
  public synchronized Optional<byte[]> fetchBootstrapToken() throws IOException {
    Reply reply = Enroller.require(link(), "GetBootstrapToken", messages().getBootstrapToken());
    return reply.body().length == 0
        ? Optional.empty()
        : Plist.read(reply.body()).data("BootstrapToken");
  }

  /** A signed check-in request that is not sent: tests alter and repeat it. */
  public synchronized Call checkInCall(Plist message) {
    return link().checkInCall(message.xml());
  }

  /** The same for the connect URL. */
  public synchronized Call connectCall(byte[] body) {
    return link().connectCall(body);
  }

  /** The user logs out and in: a disk that waited for this is encrypted. */
  public synchronized void logOut() {
    disk.encryption().userLoggedOut();
    save();
  }

  /** Another MDM did it, before this server came: encrypted, and no key escrowed here. */
  public synchronized void encryptElsewhere() {
    disk.encryptElsewhere(false);
    save();
  }

  /** The same, and the key is escrowed for a certificate that this server has no key of. */
  public synchronized void encryptEscrowedElsewhere() {
    disk.encryptElsewhere(true);
    save();
  }

  /** fdesetup changerecovery -personal. */
  public synchronized void changeRecovery() {
    disk.changeRecovery();
    save();
  }

  /** Somebody types this PIN; false: it stays locked. */
  public synchronized boolean unlock(String pin) {
    boolean opened = state.locks().unlock(pin);
    save();
    return opened;
  }

  /** The user turns Find My on, and Activation Lock with it, or off. */
  public synchronized void activationLock(boolean on) {
    state.locks().activationLock(on);
    save();
  }

  private CheckIn messages() {
    return new CheckIn(state.hardware());
  }

  private void save() {
    states.save(state);
  }

  private Enrollment enrollmentOrThrow() {
    return state
        .enrollment()
        .orElseThrow(() -> new IllegalStateException("This Mac is not enrolled"));
  }

  private MdmLink link() {
    Enrollment enrollment = enrollmentOrThrow();
    if (linked != enrollment) {
      link =
          new MdmLink(enrollment.profile(), enrollment.identity(), setup.options(), setup.wires());
      linked = enrollment;
    }
    return link;
  }
}
