package io.pomona.simulator.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.admin.AdminApi;
import io.pomona.simulator.apple.abm.AbmPerson;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.main.Simulation;
import io.pomona.simulator.main.SimulationSettings;
import io.pomona.simulator.support.FakeMdmHost;
import io.pomona.simulator.support.FakeOrganization;
import io.pomona.simulator.support.TestKeys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DemoStoryTest {

  private static final DemoFleet FLEET = new DemoFleet(6);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private FakeMdmHost host;
  private Path state;

  @Before
  public void start() throws Exception {
    host = new FakeMdmHost();
    state = temporary.getRoot().toPath().resolve("state");
  }

  @After
  public void stop() {
    host.close();
  }

  private String tell(Map<String, String> environment) throws Exception {
    DemoSettings settings =
        new DemoSettings(Path.of("karaf"), state, URI.create(host.base()), FLEET, environment);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (Simulation simulation = simulation()) {
      AdminApi api =
          new AdminApi(
              settings.server(),
              simulation.wires().trusting(List.of(host.root.identity().certificate())));
      assertTrue(api.answers());
      new DemoStory(settings, simulation, api, Pause.none(), new PrintStream(printed, true)).tell();
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private Simulation simulation() throws Exception {
    SimulationSettings wanted =
        SimulationSettings.of(state, FLEET.byHand(), 2, Duration.ofMinutes(1))
            .automatic(FLEET.automatic());
    return new Simulation(wanted, TestKeys.KEYS, FLEET);
  }

  @Test
  public void theFirstStartSetsUpLoadsThePushPairAndEnrolls() throws Exception {
    String printed = tell(Map.of());

    assertTrue(printed, printed.contains("enrolled 4/4"));
    assertTrue(printed, printed.contains(host.admin.password));
    assertTrue(printed, printed.contains("curl -sS --cacert"));
    assertTrue(printed, printed.contains("docs/examples/screensaver.mobileconfig"));
    assertTrue(printed, printed.contains("{\"enable_disk_encryption\": true}"));
    assertTrue(printed, printed.contains("/api/v1/mdm/apple/filevault/summary"));
    assertTrue(host.admin.pushCertificate.contains("BEGIN CERTIFICATE"));
    assertTrue(printed, printed.contains("ABM token loaded, good until 2027-01-02T03:04:05Z"));
    assertTrue(host.admin.abm.token.contains("name=\"token\""));
    assertTrue(host.admin.abm.token.contains("application/pkcs7-mime; name=\"smime.p7m\""));
    long orchard = host.admin.organization.teams.get("Orchard");
    assertEquals(orchard, host.admin.abm.team);
    assertTrue(
        Files.readString(state.resolve("authorization")).startsWith("Authorization: Bearer "));
    for (String secret :
        List.of("authorization", "admin.password", "people.txt", "apple/push.plist")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(secret))));
    }
  }

  @Test
  public void theTeamsGetTheirMacsProfilesAndPolicies() throws Exception {
    FakeOrganization organization = host.admin.organization;
    LongStream.rangeClosed(1, FLEET.byHand())
        .forEach(number -> organization.serials.add(FLEET.byHand(number).serial()));
    String printed = tell(Map.of());

    assertFalse("of no team", organization.teamOfHost.containsKey(0L));
    assertEquals(organization.teams.get("Engineering"), organization.teamOfHost.get(1L));
    assertEquals(organization.teams.get("Sales"), organization.teamOfHost.get(3L));
    assertEquals(DemoProfile.all().size(), organization.profiles.size());
    assertEquals(
        organization.teams.get("Design").longValue(),
        organization.encryption.path("team_id").asLong());
    assertEquals("15.1", organization.update.path("minimum_version").asText());
    assertEquals(3, organization.users.size());
    for (MacHardware waiting : FLEET.waiting()) {
      String line = waiting.serial() + ",MDM of the parent company,automatic,,yes,\n";
      assertTrue(organization.migration, organization.migration.contains(line));
    }
    assertTrue(printed.indexOf("/console/") < printed.indexOf("enrolled 4/4"));
  }

  @Test
  public void theFleetHasAllSorts() {
    DemoFleet fleet = new DemoFleet(DemoFleet.MACS);
    List<MacHardware> macs =
        LongStream.rangeClosed(1, fleet.byHand()).mapToObj(fleet::byHand).toList();

    assertEquals(DemoFleet.MACS, macs.size() + fleet.automatic() + fleet.pending());
    assertEquals(fleet.byHand(), fleet.groups().get(2).last());
    assertEquals(1, macs.stream().filter(mac -> mac.majorVersion() == 11).count());
    for (int version : List.of(12, 13, 14, 15)) {
      assertTrue(macs.stream().filter(mac -> mac.majorVersion() == version).count() > 10);
    }
    assertTrue(macs.stream().filter(mac -> !mac.appleSilicon()).count() > 10);
    assertEquals(macs.size(), macs.stream().map(MacHardware::userLongName).distinct().count());
    assertTrue(LongStream.rangeClosed(1, fleet.byHand()).filter(fleet::away).count() > 5);
    assertTrue(
        "the README's commands count on these",
        LongStream.rangeClosed(1, 20).noneMatch(fleet::away));
    assertEquals(20, fleet.withoutTeam());
  }

  @Test
  public void theSecondStartFindsItsMacsAndEnrollsNone() throws Exception {
    tell(Map.of());
    String port = Files.readString(state.resolve("apple/apns.port"));
    host.admin.calls.clear();

    String printed = tell(Map.of());

    assertTrue(printed, printed.contains("the 4 Macs of the last time are back"));
    assertEquals(List.of("GET version", "POST login"), host.admin.calls);
    assertEquals(port, Files.readString(state.resolve("apple/apns.port")));
  }

  @Test
  public void aPasswordFromTheEnvironmentIsUsedAndNotPrinted() throws Exception {
    String printed = tell(Map.of("POMONA_ADMIN_PASSWORD", "chosen by me 1!"));

    assertEquals("chosen by me 1!", host.admin.password);
    assertFalse(printed.contains("chosen by me"));
  }

  @Test
  public void aSetUpThatSucceededJustBeforeAStopIsNoObstacle() throws Exception {
    tell(Map.of());
    Files.delete(state.resolve("set-up.done"));

    assertTrue(tell(Map.of()).contains("are back"));
  }

  @Test
  public void macsOfAbmEnrollAndOthersArePending() throws Exception {
    tell(Map.of());
    try (Simulation simulation = simulation()) {
      AbmPerson person = simulation.abm().person();
      assertEquals(FLEET.automatic() + FLEET.pending(), person.serials().size());
      for (MacHardware mac : simulation.automaticHardware()) {
        assertTrue(person.serials().contains(mac.serial()));
      }
    }
  }

  @Test
  public void partsOfTheServerMayComeLater() throws Exception {
    host.admin.notYet = 4;

    assertTrue(tell(Map.of()).contains("enrolled 4/4"));
  }

  @Test
  public void aForeignServerIsNotLoggedInto() {
    host.admin.password = "somebody else's";

    DemoException refused = assertThrows(DemoException.class, () -> tell(Map.of()));

    assertTrue(refused.getMessage().contains("set up already"));
  }
}
