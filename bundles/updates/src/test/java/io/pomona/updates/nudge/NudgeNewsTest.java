package io.pomona.updates.nudge;

import static org.junit.Assert.assertEquals;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** A Mac reports what it runs. */
public class NudgeNewsTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final NudgeNews news =
      new NudgeNews(
          stores.hosts(),
          stores.hostProfiles(),
          new NudgeProfile(stores.updatePolicies(), clock),
          stores.nudgeDue(),
          clock);

  @Before
  public void setUp() {
    stores
        .updatePolicies()
        .put(
            Optional.empty(),
            Optional.of(
                new UpdatePolicy(
                    "14.6.1", LocalDate.of(2099, 1, 1), UpdatePolicy.USUAL_TIME, ZoneId.of("UTC"))),
            Fixtures.activity("edited_macos_min_version"),
            clock.instant());
  }

  /** One that runs this, with nothing to be done until it says so. */
  private HostId mac(String version) {
    HostId id = NudgeScene.mac(stores, 1, version, clock.instant()).id();
    marks();
    dirty();
    return id;
  }

  private List<HostId> marks() {
    List<HostId> due = ids(stores.nudgeDue().leaseDue(9, clock.instant(), LEASE));
    stores.nudgeDue().looked(due);
    return due;
  }

  private List<HostId> dirty() {
    List<HostId> due = ids(stores.hostProfiles().leaseDirty(9, clock.instant(), LEASE));
    save(List.of(), due);
    return due;
  }

  private static List<HostId> ids(List<Host> hosts) {
    return hosts.stream().map(Host::id).toList();
  }

  private void save(List<HostProfile> rows, List<HostId> looked) {
    stores
        .hostProfiles()
        .save(new HostProfileChanges(rows, List.of(), List.of(), looked), clock.instant());
  }

  private void hasTheProfile(HostId host) {
    HostProfile row =
        new HostProfile(
            host,
            "nudge",
            NudgeProfile.IDENTIFIER,
            "Nudge",
            "uuid",
            "sha",
            ProfileOperation.INSTALL,
            ProfileStatus.VERIFIED,
            Optional.empty(),
            "",
            0,
            clock.instant());
    save(List.of(row), List.of());
  }

  private void reports() {
    news.reported(stores.enrollments().find(NudgeScene.channel(1)).orElseThrow());
  }

  @Test
  public void oneThatHasUseForItIsLookedAtAndHasTheProfile() {
    HostId host = mac("13.6");
    reports();
    assertEquals(List.of(host), marks());
    assertEquals(List.of(host), dirty());
  }

  @Test
  public void oneThatHasItAlreadyKeepsIt() {
    HostId host = mac("13.6");
    hasTheProfile(host);
    reports();
    assertEquals("whether it has Nudge itself is looked at", List.of(host), marks());
    assertEquals(List.of(), dirty());
  }

  @Test
  public void oneThatIsNewEnoughGivesItUp() {
    HostId host = mac("14.6.1");
    hasTheProfile(host);
    reports();
    assertEquals(List.of(), marks());
    assertEquals(List.of(host), dirty());
  }

  @Test
  public void ofOthersThereIsNothingToDo() {
    mac("15.1");
    reports();
    assertEquals(List.of(), marks());
    assertEquals(List.of(), dirty());
  }
}
