package io.pomona.updates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** {@code mdm.macos_updates} of documents. */
public class MacosUpdatesSectionTest {
  private static final Optional<TeamId> NONE = Optional.empty();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final MacosUpdatesSection section =
      new MacosUpdatesSection(new UpdatePolicies(stores.updatePolicies(), stores.hosts(), clock));
  private final Optional<TeamId> team =
      Optional.of(
          stores
              .teams()
              .create(
                  new NewTeam("Desks", ""),
                  clock.instant(),
                  made -> Fixtures.activity("created_team"))
              .id());

  private static SettingsWish wish(Map<String, Object> values) {
    return new SettingsWish(values, Optional.empty(), false);
  }

  private List<String> wrong(Map<String, Object> values) {
    return section.check(NONE, wish(values)).stream().map(FieldError::name).toList();
  }

  private List<SettingsChange> apply(Optional<TeamId> scope, Map<String, Object> values) {
    return section.apply(Fixtures.ADMIN, scope, wish(values));
  }

  private Activity last() {
    return stores.activities().newest(PageRequest.first(1)).get(0);
  }

  @Test
  public void itShowsTheKeysOfTheReferenceAndOurs() {
    assertEquals(
        Map.of("minimum_version", "", "deadline", "", "deadline_time", "20:00", "time_zone", "UTC"),
        section.describe(NONE));
    assertEquals("", section.describe(team).get("time_zone"));
  }

  @Test
  public void bothOrNeither() {
    assertEquals(List.of("deadline"), wrong(Map.of("minimum_version", "14.6")));
    assertEquals(List.of("minimum_version"), wrong(Map.of("deadline", "2099-01-01")));
    assertEquals(List.of(), wrong(Map.of("minimum_version", "", "deadline", "")));
    assertEquals(List.of(), wrong(Map.of("time_zone", "Europe/Berlin")));
  }

  @Test
  public void whatLooksWrongIsRefused() {
    for (String version : List.of("fourteen", "14.", "14.6.1.2.3", "146.1", "0", "latest")) {
      assertEquals(
          version,
          List.of("minimum_version"),
          wrong(Map.of("minimum_version", version, "deadline", "2099-01-01")));
    }
    for (String day : List.of("2099-02-30", "tomorrow", "01.02.2099")) {
      assertEquals(
          day, List.of("deadline"), wrong(Map.of("minimum_version", "14.6", "deadline", day)));
    }
    assertEquals(List.of("deadline_time"), wrong(Map.of("deadline_time", "24:00")));
    assertEquals(List.of("time_zone"), wrong(Map.of("time_zone", "Berlin")));
  }

  @Test
  public void aTeamHasTheZoneOfTheOrganizationUnlessItHasItsOwn() {
    apply(NONE, Map.of("time_zone", "Europe/Berlin"));
    apply(team, Map.of("minimum_version", "14.6", "deadline", "2099-01-01"));
    assertEquals("Europe/Berlin", stores.updatePolicies().of(team).orElseThrow().zone().getId());
    apply(team, Map.of("time_zone", "Asia/Tokyo"));
    assertEquals("Asia/Tokyo", stores.updatePolicies().of(team).orElseThrow().zone().getId());
    apply(team, Map.of("time_zone", ""));
    assertEquals("Europe/Berlin", stores.updatePolicies().of(team).orElseThrow().zone().getId());
  }

  @Test
  public void theActivityTellsWhatWasBefore() {
    apply(team, Map.of("minimum_version", "14.5", "deadline", "2099-01-01"));
    apply(team, Map.of("minimum_version", "14.6", "deadline", "2099-02-01"));
    assertEquals("edited_macos_min_version", last().type());
    assertEquals("14.6", last().details().get("minimum_version"));
    assertEquals("14.5", last().details().get("previous_minimum_version"));
    assertEquals("2099-01-01", last().details().get("previous_deadline"));
    assertEquals("Desks", last().details().get("team_name"));
    apply(team, Map.of("minimum_version", "", "deadline", ""));
    assertEquals(Optional.empty(), stores.updatePolicies().of(team));
  }

  @Test
  public void theSameAgainChangesNothing() {
    Map<String, Object> wanted = Map.of("minimum_version", "14.6", "deadline", "2099-01-01");
    assertEquals(1, apply(NONE, wanted).size());
    assertEquals(List.of(), apply(NONE, wanted));
    assertEquals(List.of(), apply(NONE, section.describe(NONE)));
    assertEquals(List.of(), apply(team, section.describe(team)));
    assertEquals(2, stores.activities().newest(PageRequest.first(10)).size());
  }

  @Test
  public void aDeadlineThatHasPassedIsTakenAndSaid() {
    Map<String, Object> wanted = Map.of("minimum_version", "16", "deadline", "2001-01-01");
    assertEquals(List.of(), wrong(wanted));
    Fixtures.enrolledMac(stores, 1, clock.instant());
    String said = apply(NONE, wanted).get(0).text();
    assertTrue(said, said.contains("for 1 Mac below it; the deadline has passed already"));
  }
}
