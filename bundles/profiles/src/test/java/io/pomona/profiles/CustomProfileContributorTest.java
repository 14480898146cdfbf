package io.pomona.profiles;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.testkit.contract.ProfileContributorContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public class CustomProfileContributorTest extends ProfileContributorContract {
  private final ProfilesWorld world = new ProfilesWorld();
  private final CustomProfileContributor custom =
      new CustomProfileContributor(world.stores.profiles());
  private final List<Host> hosts;
  private int made;

  /** Teams that share a file, have the same profile with other bytes, and have none. */
  public CustomProfileContributorTest() {
    Optional<TeamId> desks = world.team("Desks");
    world.add("org.example.shared", 10);
    world.add("org.example.wifi", 20);
    world.add(desks, "org.example.shared", 10);
    world.add(desks, "org.example.wifi", 30);
    List<HostId> macs =
        Stream.of(Optional.<TeamId>empty(), Optional.<TeamId>empty(), desks, world.team("Labs"))
            .map(this::mac)
            .toList();
    hosts = world.stores.hosts().findAll(macs);
  }

  private HostId mac(Optional<TeamId> team) {
    TestMac mac = world.mac(++made);
    world.move(mac, team);
    return mac.mac.host();
  }

  @Override
  protected ProfileContributor contributor() {
    return custom;
  }

  @Override
  protected List<Host> hosts() {
    return hosts;
  }
}
