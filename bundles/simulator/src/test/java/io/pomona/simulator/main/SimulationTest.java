package io.pomona.simulator.main;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.mac.Channel;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.PushAddress;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.support.FakeMdmHost;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.TestKeys;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SimulationTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private FakeMdmHost host;
  private Path state;

  @Before
  public void start() throws Exception {
    host = new FakeMdmHost();
    state = temporary.getRoot().toPath();
  }

  @After
  public void stop() {
    host.close();
  }

  private Simulation simulation(int macs) throws Exception {
    return new Simulation(
        SimulationSettings.of(state, macs, 2, Duration.ofHours(1)), TestKeys.KEYS);
  }

  @Test
  public void aPushOfTheServerWakesTheMacItIsFor() throws Exception {
    try (Simulation simulation = simulation(2)) {
      List<Long> progress = new ArrayList<>();
      assertEquals(List.of(), simulation.enroll(() -> host.profile("c"), progress::add));
      assertEquals(List.of(1L, 2L), progress);
      VirtualMac mac = simulation.fleet().macs().get(0);
      host.mdm.enqueue(
          mac.hardware().udid(),
          Map.of("RequestType", "InstallProfile", "Payload", Profiles.screensaver("a.b")));

      push(simulation, mac.push(Channel.DEVICE).orElseThrow());

      await().atMost(Duration.ofSeconds(10)).until(() -> mac.has("a.b"));
    }
  }

  private static void push(Simulation simulation, PushAddress address) throws Exception {
    PushIdentity identity = simulation.pushIdentity();
    byte[] root = Files.readAllBytes(simulation.apnsRoot());
    ApnsClient client =
        new ApnsClientBuilder()
            .setApnsServer("localhost", simulation.apns().port())
            .setTrustedServerCertificateChain(new ByteArrayInputStream(root))
            .setClientCredentials(new ByteArrayInputStream(identity.pkcs12("x".toCharArray())), "x")
            .build();
    assertTrue(
        client
            .sendNotification(
                new SimpleApnsPushNotification(
                    address.tokenHex(),
                    identity.topic(),
                    "{\"mdm\":\"" + address.magic() + "\"}",
                    null,
                    DeliveryPriority.IMMEDIATE,
                    PushType.MDM))
            .get(10, TimeUnit.SECONDS)
            .isAccepted());
    client.close();
  }

  @Test
  public void aServerThatRefusesLeavesReasons() throws Exception {
    host.mdm.checkInStatus = 403;
    try (Simulation simulation = simulation(1)) {
      List<String> reasons = simulation.enroll(() -> host.profile("c"), enrolled -> {});

      assertTrue(reasons.get(0).startsWith("Authenticate was answered with 403"));
      assertEquals(0, simulation.enrolled());
    }
  }

  @Test
  public void profilesComeFromAFileAUrlOrTheServer() throws Exception {
    Path file = Files.write(state.resolve("e.mobileconfig"), host.profile("file"));
    Path ca = Files.writeString(state.resolve("ca.pem"), host.root.pem());
    Path token = Files.writeString(state.resolve("token"), "TOKEN\n");
    host.admin.pushCertificate = "loaded";
    try (Simulation simulation = simulation(0)) {
      ProfileSource fromFile =
          Enrollments.of(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(file.toString()),
              simulation.wires());
      ProfileSource fromServer =
          Enrollments.of(
              Optional.of(host.base()),
              Optional.of(token.toString()),
              Optional.of(ca.toString()),
              Optional.empty(),
              simulation.wires());

      assertTrue(new String(fromFile.next()).contains("file"));
      assertTrue(new String(fromServer.next()).contains("one-time"));
    }
  }

  @Test
  public void optionsAreChecked() {
    List<String> known = List.of("macs");

    assertEquals(7, new Options(known, "--macs", "7").number("macs", 1));
    for (String[] wrong : new String[][] {{"--macs"}, {"--dogs", "1"}, {"macs", "1"}}) {
      assertThrows(IllegalArgumentException.class, () -> new Options(known, wrong));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new Options(known, "--macs", "many").number("macs", 1));
  }

  @Test
  public void abmComesBackWhereItWasWithTheSameTokenAndDevices() throws Exception {
    String key = host.root.pem();
    int port;
    byte[] token;
    try (Simulation simulation = simulation(0)) {
      port = simulation.abm().port();
      token = Files.readAllBytes(simulation.abmDoor().token(key));
      simulation.abmDoor().deliver(List.of(MacHardware.seeded(5)));
    }
    try (Simulation simulation = simulation(0)) {
      assertEquals(port, simulation.abm().port());
      assertArrayEquals(token, Files.readAllBytes(simulation.abmDoor().token(key)));
      simulation.abmDoor().deliver(List.of(MacHardware.seeded(5), MacHardware.seeded(6)));
      assertEquals(2, simulation.abm().person().serials().size());
      assertTrue(Files.readString(simulation.deviceCa()).contains("BEGIN CERTIFICATE"));
    }
  }
}
