package io.pomona.testkit.contract;

import static io.pomona.testkit.contract.HostProfileRow.row;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code HostProfileStore} must tell of how far profiles are, and do about it. */
public class ProfileProgressContract extends StoreContract {
  private static final Optional<CommandUuid> NO_COMMAND = Optional.empty();

  private void save(List<CommandOrder> orders, HostProfile... rows) {
    stores
        .hostProfiles()
        .save(new HostProfileChanges(List.of(rows), List.of(), orders, List.of()), T);
  }

  private List<HostProfile> rows(HostId host) {
    return stores.hostProfiles().statuses(List.of(host)).getOrDefault(host, List.of());
  }

  private List<HostId> lease(Instant now) {
    return stores.hostProfiles().leaseDirty(100, now, MINUTE).stream().map(Host::id).toList();
  }

  private void reconciled(HostId... hosts) {
    stores
        .hostProfiles()
        .save(new HostProfileChanges(List.of(), List.of(), List.of(), List.of(hosts)), T);
  }

  @Test
  public void hostsAreCountedByHowFarOneProfileIs() {
    HostId verified = mac(1).host();
    HostId failed = mac(2).host();
    HostId older = mac(3).host();
    mac(4);
    stores.enrollments().checkOut(mac(5).channel(), T, Fixtures.activity("mdm_unenrolled"));
    save(
        List.of(),
        row(verified, "a", ProfileStatus.VERIFIED),
        row(verified, "b", ProfileStatus.FAILED),
        row(failed, "a", ProfileStatus.FAILED),
        row(older, "b", ProfileStatus.VERIFIED));
    Profile a = profile(1, "a", "a");
    Profile b = profile(2, "b", "b");
    Profile changed = profile(3, "a", "changed");
    Profile fresh = profile(4, "c", "c");
    assertEquals(
        Map.of(
            a.id(),
            Map.of(ProfileStatus.VERIFIED, 1L, ProfileStatus.FAILED, 1L, ProfileStatus.PENDING, 2L),
            b.id(),
            Map.of(ProfileStatus.VERIFIED, 1L, ProfileStatus.FAILED, 1L, ProfileStatus.PENDING, 2L),
            changed.id(),
            Map.of(ProfileStatus.PENDING, 4L),
            fresh.id(),
            Map.of(ProfileStatus.PENDING, 4L)),
        progress(Optional.empty(), a, b, changed, fresh));
    assertEquals(Map.of(), progress(Optional.empty()));
  }

  @Test
  public void ofATeamOnlyItsHostsAreCounted() {
    TeamId desks = team("Desks");
    HostId inside = mac(1).host();
    HostId outside = mac(2).host();
    stores
        .hosts()
        .transfer(List.of(inside), Optional.of(desks), T, move -> move.by(Fixtures.ADMIN));
    save(
        List.of(),
        row(inside, "a", ProfileStatus.VERIFYING),
        row(outside, "a", ProfileStatus.VERIFIED));
    Profile a = profile(1, "a", "a");
    assertEquals(
        Map.of(a.id(), Map.of(ProfileStatus.VERIFYING, 1L)), progress(Optional.of(desks), a));
    assertEquals(Map.of(a.id(), Map.of(ProfileStatus.VERIFIED, 1L)), progress(Optional.empty(), a));
    assertEquals(Map.of(a.id(), Map.of()), progress(Optional.of(new TeamId(987654)), a));
  }

  @Test
  public void whatIsBeingTakenOffAHostIsToBeSentAgain() {
    HostId mac = mac(1).host();
    save(List.of(), leaving(mac, "a"));
    Profile a = profile(1, "a", "a");
    assertEquals(Map.of(a.id(), Map.of(ProfileStatus.PENDING, 1L)), progress(Optional.empty(), a));
  }

  private Map<ProfileId, Map<ProfileStatus, Long>> progress(
      Optional<TeamId> team, Profile... profiles) {
    return stores.hostProfiles().progress(team, List.of(profiles));
  }

  private static Profile profile(long id, String identifier, String bytes) {
    return new Profile(
        new ProfileId(id),
        "UUID " + id,
        Optional.empty(),
        identifier,
        "Name of " + identifier,
        "UUID-" + identifier,
        Fixtures.hash(bytes),
        ProfileOrigin.CONSOLE,
        T,
        T);
  }

  private static HostProfile leaving(HostId mac, String identifier) {
    return new HostProfile(
        mac,
        "custom",
        identifier,
        "Name of " + identifier,
        "UUID-" + identifier,
        Fixtures.hash(identifier),
        ProfileOperation.REMOVE,
        ProfileStatus.FAILED,
        NO_COMMAND,
        "Because",
        1,
        T);
  }

  @Test
  public void hostsAreListedByHowFarOneProfileIs() {
    HostId failed = mac(1).host();
    HostId late = mac(2).host();
    HostId also = mac(3).host();
    save(List.of(), row(failed, "a", ProfileStatus.FAILED), row(also, "a", ProfileStatus.FAILED));
    assertEquals(List.of(failed, also), listed("a", ProfileStatus.FAILED, PageRequest.first(10)));
    assertEquals(List.of(failed), listed("a", ProfileStatus.FAILED, PageRequest.first(1)));
    assertEquals(
        List.of(also), listed("a", ProfileStatus.FAILED, new PageRequest(failed.value(), 0, 10)));
    assertEquals(List.of(also), listed("a", ProfileStatus.FAILED, new PageRequest(0, 1, 10)));
    assertEquals(List.of(late), listed("a", ProfileStatus.PENDING, PageRequest.first(10)));
    assertEquals(List.of(), listed("a", ProfileStatus.VERIFIED, PageRequest.first(10)));
  }

  private List<HostId> listed(String identifier, ProfileStatus status, PageRequest page) {
    return stores
        .hostProfiles()
        .hosts(Optional.empty(), identifier, Fixtures.hash(identifier), status, page);
  }

  private boolean resend(HostId host, String identifier) {
    return stores
        .hostProfiles()
        .resend(
            host,
            identifier,
            "as asked for",
            T.plus(MINUTE),
            Fixtures.activity("resent_configuration_profile"));
  }

  @Test
  public void whatIsResentIsPendingAnewAndWrittenDown() {
    HostId mac = mac(1).host();
    lease(T);
    reconciled(mac);
    Optional<CommandUuid> list = Optional.of(CommandUuid.random());
    save(List.of(), row(mac, "a", ProfileStatus.FAILED, list, "Because", 1));
    int before = activities().size();
    assertTrue(resend(mac, "a"));
    HostProfile row = rows(mac).get(0);
    assertEquals(ProfileStatus.PENDING, row.status());
    assertEquals(NO_COMMAND, row.command());
    assertEquals("as asked for", row.detail());
    assertEquals(0, row.retries());
    assertEquals(T.plus(MINUTE), row.updatedAt());
    assertEquals(List.of(mac), lease(T.plus(MINUTE)));
    assertEquals(before + 1, activities().size());
  }

  @Test
  public void whatIsUnderWayOrUnknownIsNotResent() {
    HostId mac = mac(1).host();
    save(List.of(), row(mac, "a", ProfileStatus.PENDING), leaving(mac, "b"));
    int before = activities().size();
    assertTrue(!resend(mac, "a"));
    assertTrue(!resend(mac, "b"));
    assertTrue(!resend(mac, "c"));
    assertEquals(before, activities().size());
  }

  @Test
  public void whatWaitsIsCountedByWhatItWaitsFor() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    CommandOrder sent =
        Fixtures.order("InstallProfile", "profiles", T, one.channel(), two.channel());
    Optional<CommandUuid> uuid = Optional.of(sent.command().uuid());
    save(
        List.of(sent),
        row(one.host(), "a", ProfileStatus.PENDING, uuid, "", 0),
        row(one.host(), "b", ProfileStatus.PENDING),
        row(one.host(), "c", ProfileStatus.VERIFIED),
        row(two.host(), "a", ProfileStatus.PENDING, uuid, "", 0),
        row(two.host(), "b", ProfileStatus.VERIFYING));
    stores.commandQueue().exchange(Reports.idle(one.channel()), T);
    assertEquals(List.of(), stores.hostProfiles().waiting(T.minusSeconds(1)));
    assertEquals(
        java.util.Set.of(
            waiting(ProfileStatus.PENDING, Optional.of(CommandState.SENT)),
            waiting(ProfileStatus.PENDING, Optional.of(CommandState.QUEUED)),
            waiting(ProfileStatus.PENDING, Optional.empty()),
            waiting(ProfileStatus.VERIFYING, Optional.empty())),
        java.util.Set.copyOf(stores.hostProfiles().waiting(T)));
    stores.commandQueue().exchange(Reports.notNow(one.channel(), uuid.get()), T);
    stores
        .commandQueue()
        .cancel(
            uuid.get(),
            java.util.Map.of(
                one.channel(), Fixtures.activity("canceled_mdm_command"),
                two.channel(), Fixtures.activity("canceled_mdm_command")),
            T);
    assertEquals(
        2,
        stores.hostProfiles().waiting(T).stream()
            .filter(each -> each.command().equals(Optional.of(CommandState.CANCELLED)))
            .mapToLong(HostProfileStore.Waiting::count)
            .sum());
  }

  private static HostProfileStore.Waiting waiting(
      ProfileStatus status, Optional<CommandState> command) {
    return new HostProfileStore.Waiting(ProfileOperation.INSTALL, status, command, 1);
  }
}
