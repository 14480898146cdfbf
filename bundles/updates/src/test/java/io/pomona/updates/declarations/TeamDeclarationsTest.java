package io.pomona.updates.declarations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.DeclarationTypes;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleDeclarations;
import io.pomona.updates.rest.DeclarationResource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class TeamDeclarationsTest {
  private final DeclarativeWorld world = new DeclarativeWorld();

  private TeamDeclaration add(String identifier, String type, String payload) {
    return world.uploaded.add(
        Fixtures.ADMIN,
        Optional.empty(),
        identifier,
        type,
        payload.getBytes(StandardCharsets.UTF_8));
  }

  private String refused(String identifier, String type, String payload) {
    return assertThrows(MdmException.class, () -> add(identifier, type, payload)).code();
  }

  @Test
  public void whatMacsCouldNotTakeIsRefused() {
    assertEquals(
        "updates.reserved_identifier",
        refused("io.pomona.x", SampleDeclarations.TEST, "{\"Echo\":\"x\"}"));
    assertEquals("updates.missing_keys", refused("a", SampleDeclarations.TEST, "{}"));
    assertEquals("updates.invalid_declaration", refused("a", "com.apple.thing.x.y", "{}"));
    assertEquals("updates.invalid_declaration", refused("a b", SampleDeclarations.TEST, "{}"));
    assertEquals("updates.invalid_declaration", refused("a", SampleDeclarations.TEST, ""));
    assertEquals(
        "organization.team_not_found",
        assertThrows(
                MdmException.class,
                () -> world.uploaded.list(Fixtures.ADMIN, Optional.of(new TeamId(4711))))
            .code());
  }

  @Test
  public void whatIsOnlyOddIsWarnedOf() {
    assertEquals(List.of(), DeclarationRules.warnings(SampleDeclarations.configuration("a", "x")));
    assertTrue(
        DeclarationRules.warnings(add("a", "com.apple.configuration.new.thing", "{}").declaration())
            .get(0)
            .contains("not known here"));
    assertEquals(
        List.of(
            "Macs take this type for users only, and this declares for the Mac itself.",
            "Macs take this type since macOS 15.0.",
            "Only supervised Macs take this type."),
        DeclarationRules.warnings(
            add("b", "com.apple.configuration.math.settings", "{}").declaration()));
    assertEquals(
        List.of("No Mac takes this type."),
        DeclarationRules.warnings(
            add(
                    "c",
                    "com.apple.configuration.watch.enrollment",
                    "{\"EnrollmentProfileURL\":\"https://example.com\"}")
                .declaration()));
  }

  @Test
  public void theFeedTellsOfEachChange() {
    TeamDeclaration added = add("a", SampleDeclarations.TEST, "{\"Echo\":\"x\"}");
    byte[] same = "{ \"Echo\": \"x\" }".getBytes(StandardCharsets.UTF_8);
    byte[] other = "{\"Echo\":\"y\"}".getBytes(StandardCharsets.UTF_8);
    world.uploaded.change(Fixtures.ADMIN, added.id(), "a", SampleDeclarations.TEST, same);
    world.uploaded.change(Fixtures.ADMIN, added.id(), "a", SampleDeclarations.TEST, other);
    world.uploaded.delete(Fixtures.ADMIN, added.id());
    assertEquals(
        List.of("deleted_declaration", "edited_declaration", "created_declaration"),
        world.stores.activities().newest(PageRequest.first(9)).stream()
            .map(activity -> activity.type())
            .toList());
  }

  @Test
  public void whoMayNotSeesNothing() {
    TeamDeclaration added = add("a", SampleDeclarations.TEST, "{\"Echo\":\"x\"}");
    TeamDeclarations closed =
        new TeamDeclarations(
            world.stores.declarations(),
            world.stores.teams(),
            world.stores.updatePolicies(),
            world.stores.activities(),
            FakeAccess.denyingAll(),
            world.clock);
    assertEquals(
        MdmException.Kind.FORBIDDEN,
        assertThrows(MdmException.class, () -> closed.view(Fixtures.ADMIN, added.id())).kind());
    assertEquals(
        MdmException.Kind.FORBIDDEN,
        assertThrows(MdmException.class, () -> closed.delete(Fixtures.ADMIN, added.id())).kind());
  }

  @Test
  public void whoReadsAPayloadIsTold() {
    TeamDeclaration added = add("a", SampleDeclarations.TEST, "{\"Echo\":\"x\"}");
    assertEquals(added, world.uploaded.view(Fixtures.ADMIN, added.id()));
    Activity told = world.stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("viewed_declaration", told.type());
    assertEquals("a", told.details().get("declaration_identifier"));
    assertFalse(told.details().toString(), told.details().toString().contains("Echo"));
  }

  @Test
  public void twoRequiredVersionsAreWarnedOf() {
    String payload =
        "{\"TargetOSVersion\":\"15.2\",\"TargetLocalDateTime\":\"2027-01-01T12:00:00\"}";
    TeamDeclaration added = add("a", DeclarationTypes.UPDATE_ENFORCEMENT, payload);
    int usual = world.uploaded.warnings(added).size();
    world.require("15.1");
    List<String> warnings = world.uploaded.warnings(added);
    assertEquals(usual + 1, warnings.size());
    assertTrue(warnings.get(usual), warnings.get(usual).contains("macOS 15.1 is required"));
  }

  @Test
  public void aTeamHasNoNegativeNumber() {
    DeclarationResource.Request request =
        new DeclarationResource.Request(
            Optional.of(-1L),
            Optional.of("a"),
            Optional.of(SampleDeclarations.TEST),
            Optional.of(Map.of("Echo", "x")));
    DeclarationResource resource = new DeclarationResource(world.uploaded);
    assertEquals(
        "organization.team_not_found",
        assertThrows(MdmException.class, () -> resource.add(Fixtures.ADMIN, request)).code());
  }
}
