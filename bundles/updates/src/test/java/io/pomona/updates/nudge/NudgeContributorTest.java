package io.pomona.updates.nudge;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.contract.ProfileContributorContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

public class NudgeContributorTest extends ProfileContributorContract {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final NudgeProfile nudge = new NudgeProfile(stores.updatePolicies(), clock);
  private final List<Host> hosts;

  /** Macs of two teams that require the same, of one that requires more, and a new one. */
  public NudgeContributorTest() {
    require(Optional.empty(), "14.6.1");
    List<String> versions = List.of("13.6", "12.0.1", "13.6", "15.1");
    for (int number = 1; number <= versions.size(); number++) {
      NudgeScene.mac(stores, number, versions.get(number - 1), clock.instant());
    }
    join(2, "Desks", "14.6.1");
    join(3, "Labs", "15.1");
    hosts = IntStream.rangeClosed(1, 4).mapToObj(each -> NudgeScene.find(stores, each)).toList();
  }

  private void join(int mac, String name, String version) {
    Optional<TeamId> team = Optional.of(Fixtures.team(stores, name));
    Fixtures.transfer(stores, team, NudgeScene.find(stores, mac).id());
    require(team, version);
  }

  private void require(Optional<TeamId> team, String version) {
    UpdatePolicy policy =
        new UpdatePolicy(
            version, LocalDate.of(2026, 12, 24), UpdatePolicy.USUAL_TIME, UpdatePolicy.USUAL_ZONE);
    stores
        .updatePolicies()
        .put(
            team,
            Optional.of(policy),
            Fixtures.activity("edited_macos_min_version"),
            clock.instant());
  }

  @Override
  protected ProfileContributor contributor() {
    return nudge;
  }

  @Override
  protected List<Host> hosts() {
    return hosts;
  }
}
