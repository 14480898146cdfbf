package io.pomona.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Stores of entities and of SQL in one transaction, on both databases. */
@RunWith(Parameterized.class)
public class UnitOfWorkTest {
  private static final Instant T = SettableClock.START;

  @ClassRule public static final TestDatabase H2 = TestDatabase.h2Memory();
  @ClassRule public static final TestDatabase POSTGRES = TestDatabase.postgres();

  @Parameter public String name;

  @Parameter(1)
  public TestDatabase database;

  private StoreAssembly stores;

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return List.of(new Object[] {"H2", H2}, new Object[] {"PostgreSQL", POSTGRES});
  }

  @Before
  public void empty() {
    database.empty();
    stores = database.assembly();
  }

  private Team team(String name) {
    return stores
        .teams()
        .create(new NewTeam(name, ""), T, made -> Fixtures.activity("created_team"));
  }

  private void profile(TeamId team, String identifier) {
    byte[] content = SampleProfiles.screenSaver(identifier, identifier, 300);
    stores
        .profiles()
        .add(
            new NewProfile(Optional.of(team), identifier, identifier, "U", content),
            T,
            Fixtures.activity("created_macos_profile"));
  }

  /** A team by SQL, its profiles by entities, the name of the organization, and a look at both. */
  private int steps() {
    TeamId desks = team("Desks").id();
    profile(desks, "org.example.a");
    profile(desks, "org.example.b");
    Fixtures.setUp(stores.users());
    assertEquals("Acme", stores.organization().settings().orElseThrow().name());
    return stores.profiles().list(Optional.of(desks)).size();
  }

  private void assertNothing() {
    assertEquals(Optional.empty(), stores.teams().named("Desks"));
    assertEquals(Optional.empty(), stores.organization().settings());
    assertEquals(List.of(), stores.activities().newest(PageRequest.first(10)));
  }

  @Test
  public void allIsKeptTogether() {
    assertEquals(Integer.valueOf(2), stores.unitOfWork().run(this::steps));
    assertEquals(2, stores.profiles().list(Optional.of(desks())).size());
    assertEquals(4, stores.activities().newest(PageRequest.first(10)).size());
  }

  private TeamId desks() {
    return stores.teams().named("Desks").orElseThrow().id();
  }

  @Test
  public void aRehearsalLeavesNothing() {
    assertEquals(Integer.valueOf(2), stores.unitOfWork().rehearse(this::steps));
    assertNothing();
  }

  @Test
  public void aLateFailureTakesAllBackAndSaysItsReason() {
    MdmException taken =
        assertThrows(
            MdmException.class,
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          steps();
                          profile(desks(), "org.example.a");
                          return null;
                        }));
    assertEquals("profiles.identifier_taken", taken.code());
    assertNothing();
    assertEquals(Integer.valueOf(2), stores.unitOfWork().run(this::steps));
  }

  @Test
  public void afterwardsEachCallIsATransactionAgain() {
    assertThrows(
        IllegalStateException.class,
        () ->
            stores
                .unitOfWork()
                .run(
                    () -> {
                      steps();
                      throw new IllegalStateException("no");
                    }));
    team("Labs");
    assertEquals("Labs", stores.teams().named("Labs").orElseThrow().name());
    assertEquals(Optional.empty(), stores.teams().named("Desks"));
  }
}
