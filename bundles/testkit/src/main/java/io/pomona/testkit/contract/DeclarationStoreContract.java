package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.DeclarationId;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleDeclarations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code DeclarationStore} must do. */
public class DeclarationStoreContract extends StoreContract {
  private static final Declaration A = SampleDeclarations.configuration("a", "x");
  private static final Declaration B = SampleDeclarations.configuration("b", "x");

  private TeamDeclaration add(Optional<TeamId> team, Declaration declaration) {
    return stores
        .declarations()
        .add(team, declaration, T, Fixtures.activity("created_declaration"));
  }

  private Optional<TeamId> team() {
    return Optional.of(team("Desks"));
  }

  private List<Declaration> list(Optional<TeamId> team) {
    return stores.declarations().list(team).stream().map(TeamDeclaration::declaration).toList();
  }

  private List<HostId> due() {
    List<HostId> due =
        stores.hostDeclarations().leaseDue(10, T.plus(HOUR), MINUTE).stream()
            .map(Host::id)
            .toList();
    stores.hostDeclarations().tell(Map.of(), List.of(), due, T.plus(HOUR));
    return due;
  }

  @Test
  public void eachTeamHasItsOwn() {
    Optional<TeamId> team = team();
    add(team, B);
    TeamDeclaration added = add(team, A);
    add(Optional.empty(), A);
    assertEquals(List.of(A, B), list(team));
    assertEquals(List.of(A), list(Optional.empty()));
    assertEquals(Optional.of(added), stores.declarations().find(added.id()));
    assertEquals(T, added.createdAt());
    deleteTeam(team.get());
    assertEquals(List.of(), list(team));
    assertEquals(List.of(A), list(Optional.empty()));
  }

  @Test
  public void revisionsTellOfEachChange() {
    Optional<TeamId> team = team();
    assertEquals(List.of(), stores.declarations().revisions(team));
    TeamDeclaration a = add(team, A);
    TeamDeclaration b = add(team, B);
    add(Optional.empty(), A);
    assertEquals(List.of(a.revision(), b.revision()), stores.declarations().revisions(team));
    TeamDeclaration changed =
        stores
            .declarations()
            .change(
                a.id(),
                SampleDeclarations.configuration("a", "y"),
                T,
                Fixtures.activity("edited_declaration"));
    assertTrue(changed.revision() > b.revision());
    assertEquals(List.of(b.revision(), changed.revision()), stores.declarations().revisions(team));
    stores.declarations().delete(b.id(), T, Fixtures.activity("deleted_declaration"));
    assertEquals(List.of(changed.revision()), stores.declarations().revisions(team));
    assertTrue(add(team, B).revision() > changed.revision());
  }

  @Test
  public void oneIsFoundByItsIdentifierInItsTeam() {
    Optional<TeamId> team = team();
    TeamDeclaration added = add(team, A);
    assertEquals(Optional.of(added), stores.declarations().find(team, "a"));
    assertEquals(Optional.empty(), stores.declarations().find(team, "b"));
    assertEquals(Optional.empty(), stores.declarations().find(Optional.empty(), "a"));
  }

  @Test
  public void anIdentifierIsThereOnce() {
    Optional<TeamId> team = team();
    add(team, A);
    assertFails("updates.identifier_taken", () -> add(team, A));
    TeamDeclaration other = add(team, B);
    assertFails(
        "updates.identifier_taken",
        () ->
            stores
                .declarations()
                .change(other.id(), A, T, Fixtures.activity("edited_declaration")));
    assertEquals(
        List.of("created_declaration", "created_declaration", "created_team"), activities());
  }

  @Test
  public void aChangeKeepsTheIdAndTheTimeOfMaking() {
    TeamDeclaration added = add(Optional.empty(), A);
    TeamDeclaration changed =
        stores
            .declarations()
            .change(
                added.id(),
                SampleDeclarations.configuration("a", "y"),
                T.plus(MINUTE),
                Fixtures.activity("edited_declaration"));
    assertEquals(added.id(), changed.id());
    assertEquals(T, changed.createdAt());
    assertEquals(T.plus(MINUTE), changed.updatedAt());
    assertTrue(!added.declaration().serverToken().equals(changed.declaration().serverToken()));
    assertContains(activities(), "edited_declaration");
  }

  @Test
  public void everyChangeMakesTheMacsOfTheTeamDue() {
    HostId here = mac(1).host();
    Optional<TeamId> team = team();
    HostId there = mac(2).host();
    stores.hosts().transfer(List.of(there), team, T, move -> move.by(Fixtures.ADMIN));
    due();
    TeamDeclaration added = add(Optional.empty(), A);
    assertEquals(List.of(here), due());
    stores.declarations().change(added.id(), B, T, Fixtures.activity("edited_declaration"));
    assertEquals(List.of(here), due());
    stores.declarations().delete(added.id(), T, Fixtures.activity("deleted_declaration"));
    assertEquals(List.of(here), due());
    add(team, A);
    assertEquals(List.of(there), due());
  }

  @Test
  public void whatIsGoneIsNotFound() {
    DeclarationId unknown = new DeclarationId(4711);
    assertEquals(Optional.empty(), stores.declarations().find(unknown));
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.declarations().delete(unknown, T, Fixtures.activity("deleted_declaration")));
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.declarations().change(unknown, A, T, Fixtures.activity("edited_declaration")));
    assertFails(MdmException.Kind.NOT_FOUND, () -> add(Optional.of(new TeamId(4711)), A));
    assertEquals(List.of(), activities());
  }
}
