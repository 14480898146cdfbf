package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.enrollment.AddedHost;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;

/** What every {@code AddedHostStore} must do. */
public class AddedHostStoreContract extends StoreContract {
  private static ActivityDraft told(List<Host> hosts) {
    return Fixtures.activity("added_hosts")
        .with("host_ids", hosts.stream().map(host -> host.id().value()).toList());
  }

  private List<AddedHost> add(NewHost... macs) {
    return stores.addedHosts().add(List.of(macs), "Admin", T, AddedHostStoreContract::told);
  }

  private static NewHost mac(int number, Optional<TeamId> team) {
    return new NewHost(Fixtures.serial(number), "Mac of Jane", team, "jane@example.com");
  }

  @Test
  public void isOffAndIsFoundByWhatIsKnownOfIt() {
    TeamId team = team("Sales");
    AddedHost added = add(mac(1, Optional.of(team))).get(0);
    assertTrue(added.added());
    Host host = stores.hosts().find(added.host().id()).orElseThrow();
    assertEquals(added.host(), host);
    assertEquals(MdmStatus.OFF, host.mdm());
    assertEquals(Optional.of(team), host.team());
    assertEquals(T, host.createdAt());
    assertEquals("Mac of Jane", host.displayName());
    assertEquals(Optional.of("jane@example.com"), stores.addedHosts().email(host.id()));
    assertEquals(1, stores.hosts().count(new HostFilter("of jane", Set.of())));
    assertEquals(1, stores.hosts().count(new HostFilter("c02p000001", Set.of())));
  }

  @Test
  public void whoseTheyAreIsToldOfManyAtOnce() {
    HostId hers = add(mac(1, Optional.empty())).get(0).host().id();
    HostId nobodys =
        add(new NewHost(Fixtures.serial(2), "", Optional.empty(), "")).get(0).host().id();
    HostId other = add(mac(3, Optional.empty())).get(0).host().id();
    assertEquals(
        Map.of(hers, "jane@example.com"), stores.addedHosts().emails(List.of(hers, nobodys)));
    assertEquals(2, stores.addedHosts().emails(List.of(hers, other)).size());
    assertEquals(Map.of(), stores.addedHosts().emails(List.of()));
  }

  @Test
  public void theMacThatComesTakesItsRowAndItsTeam() {
    TeamId team = team("Sales");
    HostId added = add(mac(1, Optional.of(team))).get(0).host().id();
    HostId came =
        stores
            .enrollments()
            .start(
                Fixtures.start(
                    ChannelId.device(Fixtures.udid(1)), Fixtures.hash("certificate"), 1, T));
    assertEquals(added, came);
    assertEquals(Optional.of(team), stores.hosts().find(came).orElseThrow().team());
  }

  @Test
  public void whatIsKnownStaysAsItIs() {
    HostId known = mac(1).host();
    Host before = stores.hosts().find(known).orElseThrow();
    int told = activities().size();
    AddedHost again = add(mac(1, Optional.of(team("Sales")))).get(0);
    assertFalse(again.added());
    assertEquals(before, again.host());
    assertEquals(before, stores.hosts().find(known).orElseThrow());
    assertEquals(Optional.empty(), stores.addedHosts().email(known));
    assertEquals("only the team", told + 1, activities().size());
  }

  @Test
  public void theSameTwiceIsOneMac() {
    List<AddedHost> added = add(mac(1, Optional.empty()), mac(1, Optional.empty()));
    assertEquals(List.of(true, false), added.stream().map(AddedHost::added).toList());
    assertEquals(added.get(0).host(), added.get(1).host());
  }

  @Test
  public void filesWithTheSameMacsAtTheSameMomentMakeEachOfThemOnce() throws Exception {
    NewHost[] file =
        IntStream.range(0, 300).mapToObj(i -> mac(i, Optional.empty())).toArray(NewHost[]::new);
    List<List<AddedHost>> answers = Race.of(4, i -> () -> add(file));
    assertEquals(file.length, stores.hosts().count(HostFilter.all()));
    assertEquals(
        "who comes later is told that they exist",
        file.length,
        answers.stream().flatMap(List::stream).filter(AddedHost::added).count());
    assertEquals(
        1,
        answers.stream()
            .map(answer -> answer.stream().map(added -> added.host().id()).toList())
            .distinct()
            .count());
  }

  @Test
  public void isToldOfEachTeamOnce() {
    Optional<TeamId> team = Optional.of(team("Sales"));
    add(mac(1, team), mac(2, Optional.empty()), mac(3, team));
    assertEquals(2, activities().stream().filter("added_hosts"::equals).count());
  }

  @Test
  public void noneComesIntoATeamThatIsGone() {
    assertFails(
        "organization.team_not_found",
        () -> add(mac(1, Optional.empty()), mac(2, Optional.of(new TeamId(999_999)))));
    assertEquals(0, stores.hosts().count(new HostFilter("", Set.of())));
  }

  @Test
  public void whoLoggedInForItsProfileIsWhoseMacItIs() {
    HostId enrolled = mac(7).host();
    stores.addedHosts().claimed(enrolled, "joe@example.com", T);
    assertEquals(Optional.of("joe@example.com"), stores.addedHosts().email(enrolled));
    stores.addedHosts().claimed(enrolled, "jane@example.com", T);
    assertEquals(Optional.of("jane@example.com"), stores.addedHosts().email(enrolled));
    stores.addedHosts().claimed(new HostId(999_999), "jane@example.com", T);
  }

  @Test
  public void whatWasSaidOfItGoesWithTheMac() {
    HostId host = add(mac(1, Optional.empty())).get(0).host().id();
    stores.hosts().delete(host, Fixtures.activity("deleted_host"));
    assertEquals(Optional.empty(), stores.addedHosts().email(host));
    assertTrue(add(mac(1, Optional.empty())).get(0).added());
  }
}
