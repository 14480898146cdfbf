package io.pomona.updates.declarations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Team;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleDeclarations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class DeclarationSweepTest {
  private final DeclarativeWorld world = new DeclarativeWorld();

  private Optional<String> told(EnrolledMac mac) {
    world.sweep.tell();
    return world.told(mac);
  }

  @Test
  public void whoHasNothingHearsNothing() {
    EnrolledMac mac = world.mac(1, "15.1");
    assertEquals(Optional.empty(), told(mac));
  }

  @Test
  public void aMacIsToldOnceOfEachChange() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    String first = told(mac).orElseThrow();
    assertTrue(first, first.contains(world.wanted.of(world.host(mac)).token()));
    assertEquals(Optional.empty(), told(mac));
    world.sweep.everyone();
    assertEquals("all is well", Optional.empty(), told(mac));
    world.upload(SampleDeclarations.configuration("b", "x"));
    assertFalse(told(mac).orElseThrow().equals(first));
  }

  @Test
  public void aNewerWordTakesThePlaceOfOneThatWaits() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    world.sweep.tell();
    world.upload(SampleDeclarations.configuration("b", "x"));
    String only = told(mac).orElseThrow();
    assertTrue(only.contains(world.wanted.of(world.host(mac)).token()));
    assertEquals(Optional.empty(), world.told(mac));
  }

  @Test
  public void whoHasAskedByItselfIsNotTold() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    world.ask(mac.channel(), "declaration-items");
    assertEquals(Optional.empty(), told(mac));
  }

  @Test
  public void whoHasNotAskedForADayIsToldAgain() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    assertTrue(told(mac).isPresent());
    world.clock.advance(Duration.ofDays(1));
    world.sweep.everyone();
    assertTrue(told(mac).isPresent());
    world.ask(mac.channel(), "declaration-items");
    world.clock.advance(Duration.ofDays(1));
    world.sweep.everyone();
    assertEquals(Optional.empty(), told(mac));
  }

  @Test
  public void whatIsTakenBackIsToldAsWell() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    told(mac);
    world.ask(mac.channel(), "declaration-items");
    world.uploaded.delete(
        Fixtures.ADMIN, world.uploaded.named(Fixtures.ADMIN, Optional.empty(), "a").id());
    assertTrue(told(mac).isPresent());
  }

  @Test
  public void macsBelow13AreNotAsked() {
    EnrolledMac old = world.mac(1, "12.7");
    world.upload(SampleDeclarations.configuration("a", "x"));
    assertEquals(Optional.empty(), told(old));
    world.runs(old, "13.0");
    new DeclarationNews(world.stores.hostDeclarations(), world.clock)
        .reported(world.stores.enrollments().find(old.channel()).orElseThrow());
    assertTrue("after the update", told(old).isPresent());
  }

  @Test
  public void aMoveBringsTheDeclarationsOfTheTeam() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    String here = told(mac).orElseThrow();
    Team team =
        world
            .stores
            .teams()
            .create(
                new NewTeam("Desks", ""),
                world.clock.instant(),
                made -> Fixtures.activity("created_team"));
    world
        .stores
        .hosts()
        .transfer(
            List.of(mac.host()),
            Optional.of(team.id()),
            world.clock.instant(),
            move -> move.by(Fixtures.ADMIN));
    assertFalse(told(mac).orElseThrow().equals(here));
  }

  @Test
  public void anotherEnrollmentIsToldAnew() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    assertTrue(told(mac).isPresent());
    world
        .stores
        .enrollments()
        .start(Fixtures.start(mac.channel(), Fixtures.hash("another"), 1, world.clock.instant()));
    world.stores.enrollments().token(Fixtures.token(mac.channel(), world.clock.instant()));
    assertTrue(told(mac).isPresent());
  }

  @Test
  public void aWordThatWasNotTakenIsRepeatedLater() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    world.sweep.tell();
    CommandRecord command =
        world.stores.commandHistory().list(Optional.of(mac.host()), PageRequest.first(1)).get(0);
    assertFalse(command.state() == CommandState.ACKNOWLEDGED);
    world.outcomes.ended(new CommandOutcome(command, Optional.empty()));
    world.told(mac);
    assertEquals("not at once", Optional.empty(), told(mac));
    world.clock.advance(DeclarationOutcomes.LATER);
    assertTrue(told(mac).isPresent());
  }

  @Test
  public void whoHasAllIsToldAgainAfterAWeek() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    String first = told(mac).orElseThrow();
    world.ask(mac.channel(), "declaration-items");
    world.clock.advance(DeclarationSweep.WEEK);
    world.sweep.everyone();
    assertEquals(Optional.empty(), told(mac));
    world.clock.advance(Duration.ofDays(1));
    world.sweep.everyone();
    assertEquals(token(first), token(told(mac).orElseThrow()));
    world.sweep.everyone();
    assertEquals("not before another week", Optional.empty(), told(mac));
  }

  private static String token(String tokens) {
    return tokens.replaceAll(".*\"DeclarationsToken\":\"([0-9a-f]+)\".*", "$1");
  }

  @Test
  public void whatWasKnownInAFormerEnrollmentDoesNotCount() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    told(mac);
    world.ask(mac.channel(), "declaration-items");
    String token = world.wanted.of(world.host(mac)).token();
    world.clock.advance(Duration.ofHours(1));
    world
        .stores
        .enrollments()
        .start(Fixtures.start(mac.channel(), Fixtures.hash("another"), 1, world.clock.instant()));
    world.stores.enrollments().token(Fixtures.token(mac.channel(), world.clock.instant()));
    world
        .stores
        .hostDeclarations()
        .fetched(mac.channel(), token, world.clock.instant().minusSeconds(60));
    assertTrue(told(mac).isPresent());
  }
}
