package io.pomona.escrow.filevault;

import static org.junit.Assert.assertEquals;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.contract.EncryptedMac;
import io.pomona.testkit.contract.ProfileContributorContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Test;

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
    HostId early = EncryptedMac.inSetup(world.stores, 4, world.clock.instant()).host();
    hosts =
        Stream.concat(
                world.macs.stream().map(world::host), world.stores.hosts().find(early).stream())
            .toList();
  }

  @Override
  protected ProfileContributor contributor() {
    return world.profile;
  }

  @Override
  protected List<Host> hosts() {
    return hosts;
  }

  @Test
  public void whoIsInSetupAssistantHasAnotherOne() {
    assertEquals(
        2,
        world.profile.profilesFor(hosts).values().stream()
            .flatMap(List::stream)
            .distinct()
            .count());
  }
}
