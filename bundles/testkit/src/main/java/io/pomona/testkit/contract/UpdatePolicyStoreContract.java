package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdateSettings;
import io.pomona.testkit.Fixtures;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code UpdatePolicyStore} must do. */
public class UpdatePolicyStoreContract extends StoreContract {
  private static final String CHANGED = "edited_macos_min_version";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 24);
  private static final Optional<TeamId> NONE = Optional.empty();

  private static UpdateSettings settings(String version, Optional<ZoneId> zone) {
    return new UpdateSettings(
        Optional.of(version), Optional.of(DAY), Optional.of(LocalTime.of(7, 30)), zone);
  }

  private static UpdateSettings zone(ZoneId zone) {
    return new UpdateSettings(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(zone));
  }

  private Optional<TeamId> team() {
    return Optional.of(team("Desks"));
  }

  private void put(Optional<TeamId> team, UpdateSettings settings) {
    stores.updatePolicies().put(team, settings, Fixtures.activity(CHANGED), T);
  }

  @Test
  public void eachTeamHasItsOwn() {
    Optional<TeamId> team = team();
    assertEquals(Optional.empty(), stores.updatePolicies().of(team));
    assertEquals(UpdateSettings.nothing(), stores.updatePolicies().settings(team));
    put(team, settings("14.5", Optional.of(BERLIN)));
    put(NONE, settings("15", Optional.empty()));
    put(team, settings("14.6.1", Optional.of(BERLIN)));
    UpdatePolicy teams = new UpdatePolicy("14.6.1", DAY, LocalTime.of(7, 30), BERLIN);
    UpdatePolicy others = new UpdatePolicy("15", DAY, LocalTime.of(7, 30), UpdatePolicy.USUAL_ZONE);
    assertEquals(Optional.of(teams), stores.updatePolicies().of(team));
    assertEquals(Map.of(team, teams, NONE, others), stores.updatePolicies().all());
    assertEquals(settings("14.6.1", Optional.of(BERLIN)), stores.updatePolicies().settings(team));
    put(NONE, UpdateSettings.nothing());
    assertEquals(Map.of(team, teams), stores.updatePolicies().all());
    assertEquals(List.of(CHANGED, CHANGED, CHANGED, CHANGED, "created_team"), activities());
    deleteTeam(team.get());
    assertEquals(UpdateSettings.nothing(), stores.updatePolicies().settings(team));
  }

  @Test
  public void aTeamWithoutAZoneHasThatOfTheOrganization() {
    Optional<TeamId> team = team();
    put(
        team,
        new UpdateSettings(
            Optional.of("14.5"), Optional.of(DAY), Optional.empty(), Optional.empty()));
    put(NONE, zone(BERLIN));
    assertEquals(
        Optional.of(new UpdatePolicy("14.5", DAY, UpdatePolicy.USUAL_TIME, BERLIN)),
        stores.updatePolicies().of(team));
    assertEquals(Optional.empty(), stores.updatePolicies().of(NONE));
    assertEquals(zone(BERLIN), stores.updatePolicies().settings(NONE));
  }

  @Test
  public void theTeamsMacsAreMarked() {
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    Optional<TeamId> team = team();
    stores.hosts().transfer(List.of(two), team, T, move -> move.by(Fixtures.ADMIN));
    reconciled();
    put(team, settings("14.5", Optional.empty()));
    assertEquals(List.of(two), reconciled());
    put(NONE, settings("14.5", Optional.empty()));
    assertEquals(List.of(one), reconciled());
    put(NONE, settings("14.5", Optional.of(BERLIN)));
    assertEquals(List.of(one, two), reconciled());
  }

  /** Those that are marked; they are not any more. */
  private List<HostId> reconciled() {
    List<HostId> dirty =
        stores.hostProfiles().leaseDirty(100, T, MINUTE).stream()
            .map(Host::id)
            .sorted((a, b) -> Long.compare(a.value(), b.value()))
            .toList();
    stores.hostProfiles().save(new HostProfileChanges(List.of(), List.of(), List.of(), dirty), T);
    return dirty;
  }

  @Test
  public void aTeamThatIsGoneHasNone() {
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> put(Optional.of(new TeamId(4711)), settings("14.5", Optional.empty())));
  }
}
