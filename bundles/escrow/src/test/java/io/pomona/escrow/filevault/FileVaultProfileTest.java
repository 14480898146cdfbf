package io.pomona.escrow.filevault;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.escrow.DiskEncryptionStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

public class FileVaultProfileTest {
  private final EscrowWorld world = new EscrowWorld();

  private Host host(EnrolledMac mac) {
    return world.host(mac);
  }

  private void enable() {
    world.encryption.change(Fixtures.ADMIN, Optional.empty(), true);
  }

  private DesiredProfile wanted(Host host) {
    List<DesiredProfile> all = world.profile.profilesFor(host);
    assertEquals(1, all.size());
    return all.get(0);
  }

  private PlistDict content(Host host) {
    return PlistReader.read(world.profile.content(host, wanted(host)));
  }

  private static PlistDict payload(PlistDict profile, String type) {
    return profile.dicts("PayloadContent").stream()
        .filter(each -> each.string("PayloadType").equals(Optional.of(type)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void onlyMacsOfWhoEncryptsGetIt() {
    EnrolledMac mac = world.mac(1);
    assertEquals(List.of(), world.profile.profilesFor(host(mac)));
    assertEquals(List.of(), world.certificates.list());
    enable();
    assertEquals("io.pomona.filevault", wanted(host(mac)).identifier());
    world
        .stores
        .enrollments()
        .checkOut(mac.channel(), Instant.now(), Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), world.profile.profilesFor(host(mac)));
  }

  @Test
  public void theFourPayloadsBelongTogether() {
    EnrolledMac mac = world.mac(1);
    Fixtures.setUp(world.stores.users());
    enable();
    PlistDict profile = content(host(mac));
    assertEquals(4, profile.dicts("PayloadContent").size());
    PlistDict fileVault = payload(profile, "com.apple.MCX.FileVault2");
    assertEquals(Optional.of("On"), fileVault.string("Enable"));
    assertEquals(Optional.of(true), fileVault.bool("Defer"));
    assertEquals(Optional.of(false), fileVault.bool("ShowRecoveryKey"));
    assertEquals(Optional.of(true), fileVault.bool("UseRecoveryKey"));
    assertEquals(Optional.of(1L), fileVault.integer("DeferForceAtUserLoginMaxBypassAttempts"));
    assertEquals(Optional.empty(), fileVault.bool("ForceEnableInSetupAssistant"));
    PlistDict certificate = payload(profile, "com.apple.security.pkcs1");
    assertArrayEquals(
        world.certificates.current().certificate(),
        certificate.data("PayloadContent").orElseThrow());
    PlistDict escrow = payload(profile, "com.apple.security.FDERecoveryKeyEscrow");
    assertEquals(certificate.string("PayloadUUID"), escrow.string("EncryptCertPayloadUUID"));
    assertTrue(escrow.string("Location").orElseThrow().contains("Acme"));
    PlistDict options = payload(profile, "com.apple.MCX");
    assertEquals(Optional.of(true), options.bool("dontAllowFDEDisable"));
    assertEquals(Optional.of(false), options.bool("dontAllowFDEEnable"));
  }

  @Test
  public void whatIsTheSameHasTheSameBytes() {
    EnrolledMac mac = world.mac(1);
    enable();
    DesiredProfile first = wanted(host(mac));
    assertEquals(first, wanted(host(mac)));
    byte[] content = world.profile.content(host(mac), first);
    assertEquals(first.contentSha256(), Sha256.hex(content));
    assertEquals(Optional.of(first.payloadUuid()), PlistReader.read(content).string("PayloadUUID"));
  }

  @Test
  public void anotherCertificateChangesAllUuidsAndNotTheIdentifiers() {
    EnrolledMac mac = world.mac(1);
    enable();
    PlistDict before = content(host(mac));
    DesiredProfile old = wanted(host(mac));
    world.certificates.roll(Fixtures.ADMIN);
    PlistDict after = content(host(mac));
    assertEquals(all(before, "PayloadIdentifier"), all(after, "PayloadIdentifier"));
    Set<String> uuids = new HashSet<>(all(before, "PayloadUUID"));
    uuids.addAll(all(after, "PayloadUUID"));
    assertEquals(10, uuids.size());
    MdmException gone =
        assertThrows(MdmException.class, () -> world.profile.content(host(mac), old));
    assertEquals(MdmException.Kind.NOT_FOUND, gone.kind());
  }

  private static List<String> all(PlistDict profile, String key) {
    List<String> texts = new ArrayList<>(List.of(profile.string(key).orElseThrow()));
    profile.dicts("PayloadContent").forEach(each -> texts.add(each.string(key).orElseThrow()));
    return texts;
  }

  private Host inSetup(int number, String version) {
    ChannelId channel = ChannelId.device(Fixtures.udid(number));
    MacFacts facts = Fixtures.facts(number);
    HostId id =
        world
            .stores
            .enrollments()
            .start(
                new EnrollmentStart(
                    channel,
                    Fixtures.hash("certificate " + number),
                    Fixtures.TOPIC,
                    new MacFacts(
                        facts.serialNumber(), facts.name(), facts.model(), "", version, ""),
                    false,
                    true,
                    Optional.empty(),
                    world.clock.instant()));
    waits(channel, true);
    return world.stores.hosts().find(id).orElseThrow();
  }

  private void waits(ChannelId channel, boolean waits) {
    world
        .stores
        .enrollments()
        .token(
            new TokenChange(
                channel,
                Fixtures.push(channel.value()),
                Optional.of(waits),
                Optional.empty(),
                List.of(),
                Fixtures.activity("mdm_enrolled"),
                world.clock.instant()));
    world.intake.tokenUpdated(world.stores.enrollments().find(channel).orElseThrow());
  }

  @Test
  public void setupAssistantAsksWhereItCan() {
    Host mac = inSetup(1, "14.0");
    enable();
    PlistDict fileVault = payload(content(mac), "com.apple.MCX.FileVault2");
    assertEquals(Optional.of(true), fileVault.bool("ForceEnableInSetupAssistant"));
    assertEquals(Optional.of(-1L), fileVault.integer("DeferForceAtUserLoginMaxBypassAttempts"));
    assertEquals(Optional.of(true), fileVault.bool("Defer"));
    Host older = inSetup(2, "13.6");
    assertEquals(
        Optional.empty(),
        payload(content(older), "com.apple.MCX.FileVault2").bool("ForceEnableInSetupAssistant"));
  }

  @Test
  public void whoHasLeftSetupWithoutItIsAskedAtLogin() {
    Host mac = inSetup(1, "15.5");
    enable();
    DesiredProfile early = wanted(mac);
    EnrolledMac enrolled =
        new EnrolledMac(mac.id(), ChannelId.device(Fixtures.udid(1)), "certificate");
    waits(enrolled.channel(), false);
    assertEquals(early, wanted(mac));
    world.installed(enrolled);
    world.says(enrolled, EscrowWorld.open());
    assertNotEquals(early, wanted(mac));
    assertEquals(
        Optional.of(1L),
        payload(content(mac), "com.apple.MCX.FileVault2")
            .integer("DeferForceAtUserLoginMaxBypassAttempts"));
  }

  @Test
  public void whoEncryptedInSetupKeepsTheProfile() {
    Host mac = inSetup(1, "15.5");
    enable();
    DesiredProfile early = wanted(mac);
    EnrolledMac enrolled =
        new EnrolledMac(mac.id(), ChannelId.device(Fixtures.udid(1)), "certificate");
    waits(enrolled.channel(), false);
    world.installed(enrolled);
    world.says(enrolled, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    assertEquals(early, wanted(mac));
  }

  @Test
  public void aTeamIsReadOnceForManyMacs() {
    TeamId team = Fixtures.team(world.stores, "Desks");
    List<Host> hosts = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      EnrolledMac mac = world.mac(i);
      if (i > 3) {
        Fixtures.transfer(world.stores, Optional.of(team), mac.host());
      }
      hosts.add(host(mac));
    }
    Counting counting = new Counting();
    FileVaultProfile profile =
        new FileVaultProfile(
            counting,
            world.stores.encryptionReports(),
            world.certificates,
            world.stores.organization());
    Map<HostId, List<DesiredProfile>> all = profile.profilesFor(hosts);
    assertEquals(List.of(Optional.empty(), Optional.of(team)), counting.asked);
    assertEquals(List.of(0, 0, 0, 1, 1, 1), sizes(hosts, all));
  }

  private static List<Integer> sizes(List<Host> hosts, Map<HostId, List<DesiredProfile>> profiles) {
    return hosts.stream().map(host -> profiles.get(host.id()).size()).toList();
  }

  /** Every team encrypts; remembers who was asked for. */
  private static final class Counting implements DiskEncryptionStore {
    private final List<Optional<TeamId>> asked = new ArrayList<>();

    @Override
    public boolean isEnabled(Optional<TeamId> team) {
      asked.add(team);
      return team.isPresent();
    }

    @Override
    public boolean put(
        Optional<TeamId> team, boolean enabled, ActivityDraft activity, Instant now) {
      throw new AssertionError("not in this test");
    }
  }

  /** What Apple's schema knows of the payloads, against what is sent. */
  @Test
  public void everyKeyIsOfApplesSchema() throws IOException {
    Path schema = SharedFolder.require("apple-schema/mdm/profiles");
    enable();
    Host mac = inSetup(1, "14.0");
    Map<String, String> files =
        Map.of(
            "com.apple.MCX.FileVault2", "com.apple.MCX.FileVault2.yaml",
            "com.apple.security.FDERecoveryKeyEscrow",
                "com.apple.security.FDERecoveryKeyEscrow.yaml",
            "com.apple.security.pkcs1", "com.apple.security.pkcs1.yaml",
            "com.apple.MCX", "com.apple.MCX(FileVault2).yaml");
    for (PlistDict payload : content(mac).dicts("PayloadContent")) {
      String type = payload.string("PayloadType").orElseThrow();
      assertKnown(payload, Files.readString(schema.resolve(files.get(type))));
    }
  }

  private static final Set<String> COMMON =
      Set.of(
          "PayloadType",
          "PayloadVersion",
          "PayloadIdentifier",
          "PayloadUUID",
          "PayloadDisplayName");

  private static void assertKnown(PlistDict payload, String yaml) {
    Set<String> known = keys(yaml, "(?m)^- key: (\\S+)");
    Set<String> needed = keys(yaml, "(?m)^- key: (\\S+)\\n(?:  .*\\n)*?  presence: required");
    Set<String> own = new HashSet<>(payload.keys());
    own.removeAll(COMMON);
    assertTrue(own + " of " + known, known.containsAll(own));
    assertTrue(needed + " in " + own, own.containsAll(needed));
  }

  private static Set<String> keys(String yaml, String pattern) {
    return Pattern.compile(pattern)
        .matcher(yaml)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }
}
