package io.pomona.simulator.demo;

import io.pomona.simulator.admin.AdminApi;
import io.pomona.simulator.admin.AdminApiException;
import io.pomona.simulator.apple.PushIdentity;
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

/** What happens once the server answers, all of it through the public admin API. */
final class DemoStory {

  private static final int MOST_TRIES = 60;

  private final DemoSettings settings;
  private final Simulation simulation;
  private final AdminApi api;
  private final Pause pause;
  private final PrintStream out;

  DemoStory(
      DemoSettings settings, Simulation simulation, AdminApi api, Pause pause, PrintStream out) {
    this.pause = pause;
    this.settings = settings;
    this.simulation = simulation;
    this.api = api;
    this.out = out;
  }

  void tell() throws IOException, InterruptedException {
    AdminPassword password = new AdminPassword(settings);
    String secret = password.value();
    logIn(secret);
    keepToken();
    once("push.loaded", () -> patiently(this::loadPushPair));
    enroll();
    connectAbm();
    simulation.live(serial -> out.println(serial + " enrolled automatically"));
    new NextStep(settings).print(out, password.given() ? "" : secret);
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
    try {
      once("abm.connected", () -> patiently(new DemoAbm(simulation, api, out)::connect));
    } catch (AdminApiException e) {
      out.println("Apple Business Manager is not connected. " + e.getMessage());
    }
  }

  private void enroll() throws InterruptedException {
    long before = simulation.enrolled();
    if (before == settings.macs()) {
      out.println("the " + before + " Macs of the last time are back");
      return;
    }
    List<String> failures =
        simulation.enroll(
            api::enrollmentProfile,
            enrolled -> out.println("enrolled " + enrolled + "/" + settings.macs()));
    if (!failures.isEmpty()) {
      throw new DemoException(
          failures.size() + " Macs could not enroll, the first because: " + failures.get(0));
    }
  }
}
