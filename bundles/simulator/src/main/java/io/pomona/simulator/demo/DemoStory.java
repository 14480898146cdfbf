package io.pomona.simulator.demo;

import io.pomona.simulator.admin.AdminApi;
import io.pomona.simulator.admin.AdminApiException;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.main.Simulation;
import io.pomona.simulator.wire.OwnedFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What happens once the server answers, all of it through the public admin API. */
final class DemoStory {

  private static final int MOST_TRIES = 60;
  private static final int PER_LINE = 20;
  private static final String FILLED = "teams.filled";

  private final DemoSettings settings;
  private final Simulation simulation;
  private final AdminApi api;
  private final DemoCalls calls;
  private final Pause pause;
  private final PrintStream out;

  DemoStory(
      DemoSettings settings, Simulation simulation, AdminApi api, Pause pause, PrintStream out) {
    this.pause = pause;
    this.settings = settings;
    this.simulation = simulation;
    this.api = api;
    this.calls = new DemoCalls(api);
    this.out = out;
  }

  void tell() throws IOException, InterruptedException {
    AdminPassword password = new AdminPassword(settings);
    String secret = password.value();
    logIn(secret);
    keepToken();
    NextStep next = new NextStep(settings);
    next.open(out, password.given() ? "" : secret);
    once("push.loaded", () -> patiently(this::loadPushPair));
    once("people.added", () -> patiently(new DemoColleagues(calls, settings)::add));
    once("policies.set", () -> patiently(new DemoPolicies(calls)::set));
    connectAbm();
    if (filled()) {
      shutAwayOnes();
    }
    simulation.live(serial -> out.println(serial + " enrolled automatically"));
    enroll();
    once("migration.begun", this::beginMigration);
    shutAwayOnes();
    next.print(out, password.given() ? "" : secret);
  }

  private void logIn(String secret) throws IOException {
    try {
      patiently(() -> setUpAndLogIn(secret));
    } catch (AdminApiException e) {
      throw new DemoException(e.getMessage() + "\nTo begin anew, delete " + settings.state());
    }
  }

  /**
   * A set-up that was done before is refused like one whose part of the server does not stand yet:
   * only the login tells the two apart.
   */
  private void setUpAndLogIn(String secret) throws IOException {
    Optional<AdminApiException> refusal = Optional.empty();
    try {
      once("set-up.done", () -> api.setUp(DemoSettings.EMAIL, "Admin", secret, "Pomona demo"));
    } catch (AdminApiException e) {
      refusal = Optional.of(e);
    }
    try {
      api.logIn(DemoSettings.EMAIL, secret);
    } catch (AdminApiException e) {
      throw refusal.orElse(e);
    }
  }

  /** The version answers before the last part of the server stands. */
  private void patiently(Step step) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        step.take();
        return;
      } catch (AdminApiException e) {
        if (!e.mayPass() || tries == MOST_TRIES) {
          throw e;
        }
        pause.of(Duration.ofSeconds(1));
      }
    }
  }

  private interface Step {
    void take() throws IOException;
  }

  /** What succeeded at an earlier start is not done again. */
  private void once(String name, Step step) throws IOException {
    Path marker = settings.state().resolve(name);
    if (!Files.exists(marker)) {
      step.take();
      OwnedFile.replace(marker, new byte[0]);
    }
  }

  private void keepToken() throws IOException {
    String header = "Authorization: Bearer " + api.token() + "\n";
    OwnedFile.replace(settings.authorization(), header.getBytes(StandardCharsets.US_ASCII));
  }

  private void loadPushPair() throws IOException {
    PushIdentity push = simulation.pushIdentity();
    api.loadPushPair(push.certificatePem(), push.keyPem());
    out.println("push certificate loaded, topic " + push.topic() + ", good until " + push.expiry());
  }

  /** A demo without it is a demo still. */
  private void connectAbm() throws IOException {
    DemoAbm abm = new DemoAbm(simulation, settings.fleet().waiting(), calls, out);
    try {
      once("abm.connected", () -> patiently(abm::connect));
    } catch (AdminApiException e) {
      out.println("Apple Business Manager is not connected. " + e.getMessage());
    }
  }

  /** In portions, so that those of one team answer while those of the next enroll. */
  private void enroll() throws IOException, InterruptedException {
    int macs = settings.fleet().byHand();
    if (simulation.enrolled() == macs && filled()) {
      out.println("the " + macs + " Macs of the last time are back");
      return;
    }
    enroll(LongStream.rangeClosed(1, settings.fleet().withoutTeam()));
    for (DemoFleet.Group group : settings.fleet().groups()) {
      enroll(group.numbers());
      new DemoTeams(calls).move(group.team(), hardware(group.numbers()));
    }
    once(FILLED, () -> {});
  }

  private void beginMigration() throws IOException {
    List<MacHardware> here = hardware(settings.fleet().group(DemoMigration.TEAM).numbers());
    new DemoMigration(calls).begin(here, settings.fleet().waiting());
  }

  private boolean filled() {
    return Files.exists(settings.state().resolve(FILLED));
  }

  private void enroll(LongStream numbers) throws InterruptedException {
    int macs = settings.fleet().byHand();
    List<String> failures =
        simulation.enroll(
            macs(numbers),
            api::enrollmentProfile,
            enrolled -> {
              if (enrolled % PER_LINE == 0 || enrolled == macs) {
                out.println("enrolled " + enrolled + "/" + macs);
              }
            });
    if (!failures.isEmpty()) {
      throw new DemoException(
          failures.size() + " Macs could not enroll, the first because: " + failures.get(0));
    }
  }

  private List<VirtualMac> macs(LongStream numbers) {
    return numbers.mapToObj(number -> simulation.byHand().get((int) number - 1)).toList();
  }

  private List<MacHardware> hardware(LongStream numbers) {
    return macs(numbers).stream().map(VirtualMac::hardware).toList();
  }

  private void shutAwayOnes() {
    DemoFleet fleet = settings.fleet();
    LongStream away = LongStream.rangeClosed(1, fleet.byHand()).filter(fleet::away);
    simulation.fleet().shut(macs(away));
  }
}
