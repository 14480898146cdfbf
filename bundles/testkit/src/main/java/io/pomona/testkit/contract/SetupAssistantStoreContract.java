package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code SetupAssistantStore} must do. */
public class SetupAssistantStoreContract extends StoreContract {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();
  private static final SetupAssistant ONE = new SetupAssistant("one.json", "{\"a\":1}", T);
  private static final SetupAssistant OTHER = new SetupAssistant("b.json", "{}", T.plus(HOUR));
  private static final ActivityDraft CHANGED = Fixtures.activity("changed_macos_setup_assistant");
  private static final ActivityDraft DELETED = Fixtures.activity("deleted_macos_setup_assistant");

  @Test
  public void eachTeamHasOneAtMost() {
    Optional<TeamId> sales = Optional.of(team("Sales"));
    assertEquals(Map.of(), stores.setupAssistants().all());
    stores.setupAssistants().put(sales, ONE, CHANGED);
    stores.setupAssistants().put(NO_TEAM, ONE, CHANGED);
    stores.setupAssistants().put(sales, OTHER, CHANGED);
    assertEquals(Optional.of(OTHER), stores.setupAssistants().find(sales));
    assertEquals(Map.of(sales, OTHER, NO_TEAM, ONE), stores.setupAssistants().all());
    assertEquals(
        List.of(CHANGED.type(), CHANGED.type(), CHANGED.type(), "created_team"), activities());
  }

  @Test
  public void itIsDeletedOnceWithItsPath() {
    stores.setupAssistants().put(NO_TEAM, ONE, CHANGED);
    stores.setupAssistants().rememberPath(NO_TEAM, "lib/one.json");
    assertEquals("lib/one.json", stores.setupAssistants().path(NO_TEAM));
    assertTrue(stores.setupAssistants().delete(NO_TEAM, T, DELETED));
    assertFalse(stores.setupAssistants().delete(NO_TEAM, T, DELETED));
    assertEquals("", stores.setupAssistants().path(NO_TEAM));
    assertEquals(Optional.empty(), stores.setupAssistants().find(NO_TEAM));
    assertEquals(List.of(DELETED.type(), CHANGED.type()), activities());
  }

  @Test
  public void aPathIsKeptWithoutAFile() {
    stores.setupAssistants().rememberPath(NO_TEAM, "a.json");
    stores.setupAssistants().rememberPath(NO_TEAM, "b.json");
    assertEquals("b.json", stores.setupAssistants().path(NO_TEAM));
    stores.setupAssistants().rememberPath(NO_TEAM, "");
    assertEquals("", stores.setupAssistants().path(NO_TEAM));
  }

  @Test
  public void itEndsWithTheTeam() {
    Optional<TeamId> sales = Optional.of(team("Sales"));
    stores.setupAssistants().put(sales, ONE, CHANGED);
    stores.setupAssistants().rememberPath(sales, "a.json");
    deleteTeam(sales.get());
    assertEquals(Map.of(), stores.setupAssistants().all());
    assertEquals("", stores.setupAssistants().path(sales));
    assertFails(
        MdmException.Kind.NOT_FOUND, () -> stores.setupAssistants().put(sales, ONE, CHANGED));
    assertFails(
        MdmException.Kind.NOT_FOUND, () -> stores.setupAssistants().rememberPath(sales, "a"));
  }
}
