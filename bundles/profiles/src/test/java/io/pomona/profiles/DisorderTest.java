package io.pomona.profiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.TeamId;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleProfiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Whatever order news comes in, and however often, Mac and wishes agree in the end. More seeds are
 * told with {@code -Dpomona.seeds=1000}.
 */
public class DisorderTest {
  private static final int SEEDS = Integer.getInteger("pomona.seeds", 200);
  private static final String[] IDENTIFIERS = {"org.example.a", "org.example.b", "org.example.c"};

  private static final List<Integer> VARIANTS = List.of(0, 1, 2, 3);
  private static final Map<String, List<byte[]>> CONTENTS =
      Stream.of(IDENTIFIERS)
          .collect(
              Collectors.toMap(
                  identifier -> identifier,
                  identifier ->
                      VARIANTS.stream()
                          .map(
                              variant ->
                                  SampleProfiles.screenSaver(identifier, identifier, variant))
                          .toList()));

  @Test
  public void everySeedConverges() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Story(seed).tell();
    }
  }

  private static final class Story {
    private final int seed;
    private final Random random;
    private final ProfilesWorld world = new ProfilesWorld();
    private final List<TestMac> macs = List.of(world.mac(1), world.mac(2));
    private final List<Optional<TeamId>> teams =
        List.of(Optional.empty(), world.team("Desks"), world.team("Labs"));
    private final Map<Optional<TeamId>, Map<String, Profile>> wantedBy = new HashMap<>();
    private final List<OutboxItem> held = new ArrayList<>();

    Story(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void tell() {
      for (int step = 0; step < 25; step++) {
        act();
      }
      macs.forEach(mac -> mac.busy = false);
      shuffleAndTell();
      settleOverDays();
      macs.forEach(this::check);
    }

    private void act() {
      switch (random.nextInt(8)) {
        case 6 -> world.move(macs.get(random.nextInt(macs.size())), team());
        case 0 -> change();
        case 1 -> delete();
        case 2 -> world.reconciler.reconcile();
        case 3, 4 -> poll();
        case 5 -> held.addAll(world.news());
        default -> shuffleAndTell();
      }
      world.clock.advance(Duration.ofSeconds(random.nextInt(90)));
    }

    private Optional<TeamId> team() {
      return teams.get(random.nextInt(teams.size()));
    }

    private Map<String, Profile> wanted(Optional<TeamId> team) {
      return wantedBy.computeIfAbsent(team, t -> new HashMap<>());
    }

    private void change() {
      delete();
      Optional<TeamId> team = team();
      Map<String, Profile> wanted = wanted(team);
      String identifier = IDENTIFIERS[random.nextInt(IDENTIFIERS.length)];
      if (!wanted.containsKey(identifier)) {
        wanted.put(
            identifier, add(team, identifier, VARIANTS.get(random.nextInt(VARIANTS.size()))));
      }
    }

    // Past the reading of the file, which would take most of the time.
    private Profile add(Optional<TeamId> team, String identifier, int variant) {
      byte[] content = CONTENTS.get(identifier).get(variant);
      return world
          .stores
          .profiles()
          .add(
              new NewProfile(
                  team,
                  identifier,
                  identifier,
                  SampleProfiles.uuid(identifier + identifier + variant),
                  content),
              world.clock.instant(),
              Fixtures.activity("created_macos_profile"));
    }

    private void delete() {
      String identifier = IDENTIFIERS[random.nextInt(IDENTIFIERS.length)];
      Profile profile = wanted(team()).remove(identifier);
      if (profile != null) {
        world.delete(profile);
      }
    }

    private void poll() {
      TestMac mac = macs.get(random.nextInt(macs.size()));
      mac.busy = random.nextInt(3) == 0;
      mac.poll();
    }

    private void shuffleAndTell() {
      List<OutboxItem> items = new ArrayList<>(held);
      held.clear();
      items.addAll(world.news());
      items.addAll(items);
      Collections.shuffle(items, random);
      items.forEach(world::tell);
      world.stores.outbox().done(items.stream().map(OutboxItem::id).toList());
    }

    private void settleOverDays() {
      for (int i = 0; i < 3; i++) {
        world.settle(macs.toArray(TestMac[]::new));
        world.clock.advance(Duration.ofHours(2));
      }
      world.reconciler.sweep();
      world.settle(macs.toArray(TestMac[]::new));
    }

    private void check(TestMac mac) {
      String where = "seed " + seed;
      Map<String, Profile> wanted =
          wanted(world.stores.hosts().find(mac.mac.host()).orElseThrow().team());
      assertEquals(where, wanted.keySet(), mac.installed.keySet());
      List<HostProfile> rows = world.rows(mac);
      assertEquals(where, wanted.size(), rows.size());
      for (HostProfile row : rows) {
        assertEquals(where + " " + row, ProfileStatus.VERIFIED, row.status());
        assertEquals(where, wanted.get(row.identifier()).contentSha256(), row.contentSha256());
        assertEquals(
            where, wanted.get(row.identifier()).payloadUuid(), mac.installed.get(row.identifier()));
      }
      int most = 60;
      assertTrue(where + ": too many commands: " + mac.done, mac.done.size() < most);
    }
  }
}
