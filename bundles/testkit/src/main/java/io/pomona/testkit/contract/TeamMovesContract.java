package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.NewProfile;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleProfiles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;

/** What every {@code TeamStore} and {@code HostStore} must do with hosts that come and go. */
public class TeamMovesContract extends StoreContract {
  private static final TeamId UNKNOWN = new TeamId(987654);

  private Team create(String name) {
    return stores
        .teams()
        .create(
            new NewTeam(name, ""),
            T,
            team -> Fixtures.activity("created_team").with("team_id", team.id().value()));
  }

  private int move(Optional<TeamId> team, HostId... hosts) {
    return stores.hosts().transfer(List.of(hosts), team, T, move -> move.by(Fixtures.ADMIN));
  }

  private List<Activity> newest(int count) {
    return stores.activities().newest(PageRequest.first(count));
  }

  private Optional<TeamId> team(HostId host) {
    return stores.hosts().find(host).orElseThrow().team();
  }

  @Test
  public void hostsMoveAndAreMarkedAndCounted() {
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    reconcileAll();
    Optional<TeamId> desks = Optional.of(create("Desks").id());
    assertEquals(2, move(desks, one, two, new HostId(987654)));
    assertEquals(desks, team(one));
    assertEquals(2, stores.teams().find(desks.get()).orElseThrow().hosts());
    assertEquals(2, reconcileAll());
    assertEquals(1, activities().stream().filter("transferred_hosts"::equals).count());
    assertEquals(0, move(desks, one));
    assertEquals(0, reconcileAll());
    assertEquals(1, move(Optional.empty(), one));
    assertEquals(Optional.empty(), team(one));
    assertEquals(1, reconcileAll());
    assertEquals(2, activities().stream().filter("transferred_hosts"::equals).count());
    assertFails("organization.team_not_found", () -> move(Optional.of(UNKNOWN), two));
    assertEquals(desks, team(two));
  }

  /** Whoever may see one of the two places may see all hosts of the row. */
  @Test
  public void whatMovesIsToldOfEachPlaceThatIsLeft() {
    Team desks = create("Desks");
    Team labs = create("Labs");
    List<HostId> macs = IntStream.range(1, 6).mapToObj(i -> mac(i).host()).toList();
    move(Optional.of(desks.id()), macs.get(0), macs.get(1));
    move(Optional.of(labs.id()), macs.get(2));
    assertEquals(4, move(Optional.of(labs.id()), macs.toArray(HostId[]::new)));
    Set<Map<String, Object>> told = new HashSet<>();
    newest(2).forEach(activity -> told.add(activity.details()));
    assertEquals(
        Set.of(
            Map.of(
                "team_id", labs.id().value(),
                "team_name", "Labs",
                "previous_team_id", desks.id().value(),
                "previous_team_name", "Desks",
                "host_ids", numbers(macs.subList(0, 2)),
                "host_display_names", List.of("Mac 1", "Mac 2")),
            Map.of(
                "team_id", labs.id().value(),
                "team_name", "Labs",
                "host_ids", numbers(macs.subList(3, 5)),
                "host_display_names", List.of("Mac 4", "Mac 5"))),
        told);
  }

  private static List<Long> numbers(List<HostId> hosts) {
    return hosts.stream().map(HostId::value).toList();
  }

  @Test
  public void aTeamIsEmptiedInSteps() {
    Team desks = create("Desks");
    List<HostId> macs = IntStream.range(1, 4).mapToObj(i -> mac(i).host()).toList();
    HostId other = mac(4).host();
    move(Optional.of(create("Labs").id()), other);
    move(Optional.of(desks.id()), macs.toArray(HostId[]::new));
    reconcileAll();
    assertEquals(2, moveOut(desks, 2));
    assertEquals(
        Map.of(
            "previous_team_id", desks.id().value(),
            "previous_team_name", "Desks",
            "host_ids", numbers(macs.subList(0, 2)),
            "host_display_names", List.of("Mac 1", "Mac 2")),
        newest(1).get(0).details());
    assertEquals(1, moveOut(desks, 2));
    assertEquals(0, moveOut(desks, 2));
    assertEquals(3, reconcileAll());
    assertEquals(Optional.empty(), team(macs.get(2)));
    assertTrue(team(other).isPresent());
  }

  private int moveOut(Team team, int limit) {
    return stores.teams().moveOut(team.id(), limit, T, move -> move.by(Fixtures.ADMIN));
  }

  @Test
  public void whatHangsOnATeamEndsWithIt() {
    HostId one = mac(1).host();
    HostId other = mac(2).host();
    Optional<TeamId> desks = Optional.of(create("Desks").id());
    move(desks, one);
    stores
        .profiles()
        .add(
            new NewProfile(
                desks, "org.example.a", "A", "U", SampleProfiles.screenSaver("a", "A", 1)),
            T,
            Fixtures.activity("created_macos_profile"));
    reconcileAll();
    deleteTeam(desks.get());
    assertEquals(Optional.empty(), stores.teams().find(desks.get()));
    assertEquals(Optional.empty(), team(one));
    assertEquals(List.of(), stores.profiles().list(desks));
    assertEquals(
        List.of(one),
        stores.hostProfiles().leaseDirty(9, T, MINUTE).stream().map(Host::id).toList());
    assertEquals(Optional.empty(), team(other));
    assertEquals("Desks", newest(1).get(0).details().get("team_name"));
    assertEquals(List.of(one.value()), newest(2).get(1).details().get("host_ids"));
    assertEquals(List.of("deleted_team", "transferred_hosts"), activities().subList(0, 2));
    assertFails(MdmException.Kind.NOT_FOUND, () -> deleteTeam(desks.get()));
    create("Desks");
  }

  @Test
  public void aTeamThatIsDeletedMeanwhileTakesNobody() throws Exception {
    Optional<TeamId> desks = Optional.of(create("Desks").id());
    List<HostId> macs = IntStream.range(1, 9).mapToObj(i -> mac(i).host()).toList();
    macs.subList(0, 4).forEach(host -> move(desks, host));
    Race.of(
        9,
        i ->
            () -> {
              if (i == 8) {
                deleteTeam(desks.get());
                return 0;
              }
              try {
                return move(i < 4 ? Optional.empty() : desks, macs.get(i));
              } catch (MdmException e) {
                assertEquals("organization.team_not_found", e.code());
                return 0;
              }
            });
    macs.forEach(host -> assertEquals(Optional.empty(), team(host)));
    assertEquals(Optional.empty(), stores.teams().find(desks.get()));
  }

  private int reconcileAll() {
    List<Host> dirty = stores.hostProfiles().leaseDirty(100, T, MINUTE);
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(
                List.of(), List.of(), List.of(), dirty.stream().map(Host::id).toList()),
            T);
    return dirty.size();
  }
}
