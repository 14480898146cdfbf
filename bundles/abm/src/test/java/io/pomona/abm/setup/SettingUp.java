package io.pomona.abm.setup;

import io.pomona.api.PageRequest;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.EndUserStore;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.RawCommand;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SampleSetups;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Mac that is set up, everything in memory, for tests to play any order of events. */
final class SettingUp implements ProfileContributor, EndUserStore {
  static final Duration PATIENCE = Duration.ofMinutes(15);
  static final EndUser JANE =
      new EndUser("Jane Doe", "jane", "jane@example.com", SettableClock.START);

  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final ChannelId mac = ChannelId.device(Fixtures.udid(1));
  private final List<DesiredProfile> wanted = new ArrayList<>();
  private final Map<HostId, EndUser> people = new HashMap<>();
  private final PendingProfiles profiles = new PendingProfiles(stores.hostProfiles());
  private final SetupRules rules;
  private boolean broken;
  private int enrollments;

  SettingUp() {
    this(Optional.empty());
  }

  SettingUp(Optional<Duration> hardLimit) {
    rules = new SetupRules(PATIENCE, hardLimit, true);
    Fixtures.setUp(stores.users());
    profiles.bind(this);
  }

  SetupProgress progress() {
    return new SetupProgress(
        stores.macSetups(), stores.hosts(), stores.setupSettings(), profiles, rules, clock);
  }

  SetupOutcomes outcomes() {
    return new SetupOutcomes(stores.macSetups(), progress(), clock);
  }

  ManualRelease manualRelease(FakeAccess access) {
    return new ManualRelease(stores.macSetups(), stores.hosts(), progress(), access);
  }

  SetupBeginning beginning() {
    return new SetupBeginning(
        stores.macSetups(),
        stores.hosts(),
        stores.bootstrapPackages(),
        stores.setupSettings(),
        stores.organization(),
        this,
        rules,
        clock);
  }

  LateBeginnings late() {
    return new LateBeginnings(stores.macSetups(), stores.enrollments(), beginning(), clock);
  }

  /** Whoever knows what Macs should have is away, or is not. */
  void contributorIsThere(boolean there) {
    if (there) {
      profiles.bind(this);
    } else {
      profiles.unbind(this);
    }
  }

  /** The team's Macs are to install a package. */
  void withPackage() {
    LargeFileId file = stores.largeFiles().begin(clock.instant());
    BootstrapPackage tools = SampleSetups.bootstrap(Optional.empty(), file, "token");
    stores.bootstrapPackages().put(tools, List.of());
  }

  void withProfile(String name) {
    wanted.add(new DesiredProfile("com.example." + name, name, name, Fixtures.hash(name)));
  }

  void settings(boolean login, boolean manual) {
    stores.setupSettings().put(Optional.empty(), new SetupSettings(login, manual), List.of());
  }

  void brokenContributor(boolean now) {
    broken = now;
  }

  /** Enrolls, anew if it was; whoever logged in before is known by then. */
  void enroll(boolean waits) {
    enrollUnheard(waits);
    beginning().enrolled(stores.enrollments().find(mac).orElseThrow());
  }

  /** Nobody listens when the news of it are told. */
  void enrollUnheard(boolean waits) {
    enrollments++;
    String certificate = Fixtures.hash("certificate " + enrollments);
    HostId host = stores.enrollments().start(Fixtures.start(mac, certificate, 1, clock.instant()));
    people.put(host, JANE);
    stores.enrollments().token(token(waits));
  }

  private TokenChange token(boolean waits) {
    TokenChange plain = Fixtures.token(mac, clock.instant());
    return new TokenChange(
        plain.channel(),
        plain.push(),
        Optional.of(waits),
        plain.userName(),
        plain.onFirst(),
        plain.activity(),
        plain.now());
  }

  void saysItWaits(boolean waits) {
    stores.enrollments().token(token(waits));
    beginning().tokenUpdated(stores.enrollments().find(mac).orElseThrow());
  }

  Host host() {
    return stores.hosts().findByIdentifier(Fixtures.udid(1), everywhere()).orElseThrow();
  }

  private static TeamScope everywhere() {
    return TeamScope.everywhere();
  }

  MacSetup setup() {
    return stores.macSetups().find(host().id()).orElseThrow();
  }

  SetupStage stage() {
    return setup().stage();
  }

  void sweepAfter(Duration time) {
    clock.advance(time);
    progress().sweep();
  }

  /** The request type that the Mac gets when it polls; it does not answer. */
  Optional<RawCommand> poll() {
    return stores
        .commandQueue()
        .exchange(Reports.idle(mac), clock.instant())
        .map(RawCommand::parse);
  }

  String polled() {
    return poll().map(command -> command.body().requestType()).orElse("");
  }

  /** Answers the next command, and tells those who asked. */
  String acknowledge() {
    return answer(true);
  }

  String refuse() {
    return answer(false);
  }

  private String answer(boolean good) {
    RawCommand command = poll().orElseThrow();
    CommandUuid uuid = new CommandUuid(command.uuid().orElseThrow());
    stores
        .commandQueue()
        .exchange(
            good
                ? Reports.acknowledged(mac, uuid)
                : Reports.error(mac, uuid, "MCMDMErrorDomain", 12021, "Cannot"),
            clock.instant());
    tell(uuid);
    return command.body().requestType();
  }

  void notNow() {
    CommandUuid uuid = new CommandUuid(poll().orElseThrow().uuid().orElseThrow());
    stores.commandQueue().exchange(Reports.notNow(mac, uuid), clock.instant());
  }

  void tell(CommandUuid uuid) {
    outcomes()
        .ended(
            new CommandOutcome(
                stores.commandHistory().find(uuid, mac).orElseThrow(), Optional.empty()));
  }

  /** The whole package was given to the Mac. */
  void fetch() {
    SetupDownload download = setup().download().orElseThrow();
    outcomes().fetched(host().id(), download.tokenSha256(), 0, download.size());
  }

  void profile(String name, ProfileStatus status) {
    HostProfile row =
        new HostProfile(
            host().id(),
            name(),
            "com.example." + name,
            name,
            name,
            Fixtures.hash(name),
            ProfileOperation.INSTALL,
            status,
            Optional.empty(),
            "",
            0,
            clock.instant());
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(List.of(row), List.of(), List.of(), List.of()), clock.instant());
  }

  List<Activity> released() {
    return stores.activities().newest(PageRequest.first(100)).stream()
        .filter(each -> each.type().equals("released_host_from_setup"))
        .toList();
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public List<DesiredProfile> profilesFor(Host host) {
    if (broken) {
      throw new IllegalStateException("cannot say");
    }
    return List.copyOf(wanted);
  }

  @Override
  public byte[] content(Host host, DesiredProfile profile) {
    return new byte[0];
  }

  @Override
  public void put(HostId host, EndUser user) {
    people.put(host, user);
  }

  @Override
  public Optional<EndUser> find(HostId host) {
    return Optional.ofNullable(people.get(host));
  }
}
