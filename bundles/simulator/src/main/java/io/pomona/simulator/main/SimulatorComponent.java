package io.pomona.simulator.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulator inside a container: lives as long as its configuration. */
@Component(
    service = SimulatorComponent.class,
    immediate = true,
    configurationPid = SimulatorConfig.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SimulatorConfig.class)
public final class SimulatorComponent {

  private static final Logger LOG = LoggerFactory.getLogger(SimulatorComponent.class);

  private final Simulation simulation;
  private final Thread starter;

  @Activate
  public SimulatorComponent(SimulatorConfig config) throws IOException {
    simulation =
        new Simulation(
            new SimulationSettings(
                Path.of(config.state()),
                config.macs(),
                config.automatic(),
                config.apns_port(),
                config.abm_port(),
                config.threads(),
                Duration.ofSeconds(config.poll_seconds())));
    LOG.info(
        "Virtual APNs on port {}, ABM at {}, their root in {}",
        simulation.apns().port(),
        simulation.abm().url(),
        simulation.apnsRoot());
    starter = new Thread(() -> start(config), "simulator-enroll");
    starter.start();
  }

  /** Apart, for enrolling takes its time and the server may run in this very container. */
  private void start(SimulatorConfig config) {
    try {
      if (simulation.enrolled() < config.macs()) {
        simulation.enroll(profiles(config), enrolled -> LOG.debug("{} Macs enrolled", enrolled));
      }
      if (!config.abm_key_file().isBlank()) {
        LOG.info("ABM token in {}", abmToken(Path.of(config.abm_key_file())));
      }
      simulation.live();
      LOG.info("{} of {} virtual Macs are enrolled", simulation.enrolled(), config.macs());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The virtual Macs could not enroll; touch the configuration to try again", e);
    }
  }

  private Path abmToken(Path key) throws IOException {
    Path token = simulation.abmDoor().token(Files.readString(key));
    simulation.abmDoor().deliver(simulation.automaticHardware());
    return token;
  }

  private ProfileSource profiles(SimulatorConfig config) throws IOException {
    return Enrollments.of(
        given(config.server()),
        given(config.token_file()),
        given(config.ca_file()),
        given(config.profile()),
        simulation.wires());
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(text -> !text.isBlank());
  }

  @Deactivate
  void stop() {
    starter.interrupt();
    simulation.close();
  }
}
