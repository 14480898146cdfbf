package io.pomona.escrow.filevault;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.contract.ProfileContributorContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public class FileVaultContributorTest extends ProfileContributorContract {
  private final EscrowWorld world = new EscrowWorld();
  private final List<Host> hosts;

  /** Two teams, of which one encrypts as those of no team do; one Mac is in Setup Assistant. */
  public FileVaultContributorTest() {
    TeamId desks = Fixtures.team(world.stores, "Desks");
    TeamId labs = Fixtures.team(world.stores, "Labs");
    Stream.of(Optional.<TeamId>empty(), Optional.of(desks))
        .forEach(team -> world.encryption.change(Fixtures.ADMIN, team, true));
    world.mac(1);
    Fixtures.transfer(world.stores, Optional.of(desks), world.mac(2).host());
    Fixtures.transfer(world.stores, Optional.of(labs), world.mac(3).host());
    Host early = world.inSetup(4, "15.5");
    Host tooOld = world.inSetup(5, "13.6");
    hosts = Stream.concat(world.macs.stream().map(world::host), Stream.of(early, tooOld)).toList();
  }

  @Override
  protected ProfileContributor contributor() {
    return world.profile;
  }

  @Override
  protected List<Host> hosts() {
    return hosts;
  }
}
