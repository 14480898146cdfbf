package io.pomona.profiles;

import static org.junit.Assert.assertEquals;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.SampleProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What contributors are asked, and what follows when they cannot tell. */
public class DesiredStatesTest {
  private final ProfilesWorld world = new ProfilesWorld();

  private static DesiredProfile desired(String identifier) {
    return new DesiredProfile(identifier, identifier, "U", "S");
  }

  /** Wants the same for all, and counts how it is asked. */
  private static class Counting implements ProfileContributor {
    int macs;
    int batches;
    boolean knowsBatches = true;

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public List<DesiredProfile> profilesFor(Host host) {
      macs++;
      return List.of(desired("org.example.counted"));
    }

    @Override
    public Map<HostId, List<DesiredProfile>> profilesFor(List<Host> hosts) {
      batches++;
      if (!knowsBatches) {
        throw new IllegalStateException("not for all of them");
      }
      return ProfileContributor.super.profilesFor(hosts);
    }

    @Override
    public byte[] content(Host host, DesiredProfile profile) {
      return SampleProfiles.screenSaver(profile.identifier(), "Counted", 1);
    }
  }

  private Host host(TestMac mac) {
    return world.stores.hosts().find(mac.mac.host()).orElseThrow();
  }

  @Test
  public void manyMacsAreOneQuestion() {
    List<Host> hosts = List.of(host(world.mac(1)), host(world.mac(2)));
    Counting counting = new Counting();
    DesiredStates states = new DesiredStates(hosts, List.of(counting));
    hosts.forEach(host -> assertEquals(1, states.of(host).all().size()));
    assertEquals(1, counting.batches);
    assertEquals(2, counting.macs);
  }

  @Test
  public void whoCannotTellForAllIsAskedForEach() {
    List<Host> hosts = List.of(host(world.mac(1)), host(world.mac(2)));
    Counting counting = new Counting();
    counting.knowsBatches = false;
    DesiredStates states = new DesiredStates(hosts, List.of(counting));
    assertEquals(0, counting.macs);
    assertEquals(true, states.of(hosts.get(0)).wants("org.example.counted"));
    assertEquals(1, counting.macs);
  }

  @Test
  public void aTeamIsReadOnceForAllItsMacs() {
    Optional<TeamId> desks = world.team("Desks");
    TestMac one = world.mac(1);
    TestMac two = world.mac(2);
    TestMac other = world.mac(3);
    world.add(desks, "org.example.desks", 1);
    world.add("org.example.none", 1);
    world.move(one, desks);
    world.move(two, desks);
    Map<HostId, List<DesiredProfile>> all =
        new CustomProfileContributor(world.stores.profiles())
            .profilesFor(List.of(host(one), host(two), host(other)));
    assertEquals("org.example.desks", all.get(one.mac.host()).get(0).identifier());
    assertEquals(all.get(one.mac.host()), all.get(two.mac.host()));
    assertEquals("org.example.none", all.get(other.mac.host()).get(0).identifier());
  }

  /** Names profiles that are deleted before their bytes are asked for. */
  private final class Overtaken extends Counting {
    private final Profile profile;
    private boolean deleted;

    Overtaken(Profile profile) {
      this.profile = profile;
    }

    @Override
    public List<DesiredProfile> profilesFor(Host host) {
      return deleted ? List.of() : List.of(desired("org.example.overtaken"));
    }

    @Override
    public byte[] content(Host host, DesiredProfile wanted) {
      deleted = true;
      world.delete(profile);
      throw CustomProfiles.unknown();
    }
  }

  @Test
  public void aProfileThatIsDeletedMeanwhileHoldsNothingUp() {
    TestMac mac = world.mac(1);
    world.add("org.example.stays", 1);
    world.contribute(new Overtaken(world.add("org.example.goes", 1)), 10);
    world.reconciler.reconcile();
    world.settle(mac);
    assertEquals(Set.of("org.example.stays"), mac.installed.keySet());
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }
}
