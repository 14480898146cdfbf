package io.pomona.organization.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.RoleAccess;
import io.pomona.organization.apply.SpecApplication.Mode;
import io.pomona.organization.settings.Settings;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.FakeUnitOfWork;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

public class SpecApplicationTest {
  private static final Mode NOW = new Mode(false, false);

  /** {@code mdm.dock.size}, of each team and of no team, from 1 to 100. */
  private static final class DockSize implements SettingsSection {
    private final Map<Optional<TeamId>, Object> sizes = new HashMap<>();

    @Override
    public List<String> path() {
      return List.of("mdm", "dock");
    }

    @Override
    public Reach reach() {
      return new Reach(Permission.VIEW_PROFILES, Permission.EDIT_PROFILES, true);
    }

    @Override
    public Map<String, Object> describe(Optional<TeamId> scope) {
      return Map.of("size", sizes.getOrDefault(scope, 50L));
    }

    @Override
    public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
      long size = (Long) wish.values().get("size");
      if (size > 100) {
        return List.of(new FieldError("size", "is at most 100"));
      }
      return size == 0 && !wish.force()
          ? List.of(FieldError.unlessForced("size", "nobody sees it then; say force"))
          : List.of();
    }

    @Override
    public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
      Object size = wish.values().get("size");
      return size.equals(sizes.put(scope, size))
          ? List.of()
          : List.of(SettingsChange.changed("the size of the Dock, to " + size));
    }
  }

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final DockSize dock = new DockSize();
  private final FakeUnitOfWork work = new FakeUnitOfWork();
  private final RoleAccess access = new RoleAccess();
  private final Settings settings = new Settings(access);
  private SpecApplication application;

  @Before
  public void oneSection() {
    settings.bind(dock);
    application =
        new SpecApplication(
            work,
            settings,
            access,
            stores.teams(),
            new Accounts(stores.users(), new FakePasswords()),
            new AccountChanges(stores.users(), stores.accounts(), new FakePasswords()));
  }

  private List<AppliedChange> apply(Actor actor, Mode mode, String... lines) {
    SpecFile file = new SpecFile("a.yml", String.join("\n", lines), Map.of());
    return application.files(actor, List.of(file), mode);
  }

  private List<String> applied(String... lines) {
    return apply(Fixtures.ADMIN, NOW, lines).stream()
        .map(
            change ->
                String.join(
                    " | ",
                    String.valueOf(change.line()),
                    change.scope(),
                    change.section(),
                    change.change().action().label(),
                    change.change().text()))
        .toList();
  }

  private MdmException refused(Actor actor, String... lines) {
    return assertThrows(MdmException.class, () -> apply(actor, NOW, lines));
  }

  private Optional<TeamId> team(String name) {
    return stores.teams().named(name).map(Team::id);
  }

  private static Actor actor(Role role) {
    return new Actor(Optional.empty(), "Tom", "", Set.of(role));
  }

  private static String[] desks(int size) {
    return new String[] {
      "kind: team",
      "spec:",
      "  team:",
      "    name: Desks",
      "    mdm:",
      "      dock:",
      "        size: " + size
    };
  }

  private static final String[] BOTH = {
    "kind: config",
    "spec:",
    "  mdm: {dock: {size: 40}}",
    "---",
    "kind: Team",
    "spec:",
    "  team:",
    "    name: Desks",
    "    mdm: {dock: {size: 30}}"
  };

  @Test
  public void allDocumentsOfAFileAreApplied() {
    assertEquals(
        List.of(
            "1 | No team | mdm.dock | changed | the size of the Dock, to 40",
            "5 | Desks | team | added | team Desks",
            "5 | Desks | mdm.dock | changed | the size of the Dock, to 30"),
        applied(BOTH));
    assertEquals(Map.of(Optional.empty(), 40L, team("Desks"), 30L), dock.sizes);
    assertEquals(List.of(), applied(BOTH));
    assertEquals(2, work.kept());
  }

  @Test
  public void aDryRunIsTakenBack() {
    assertEquals(3, apply(Fixtures.ADMIN, new Mode(true, false), BOTH).size());
    assertEquals(1, work.takenBack());
    assertEquals(0, work.kept());
  }

  @Test
  public void nothingIsAppliedUnlessAllIsRight() {
    MdmException refused =
        refused(
            Fixtures.ADMIN,
            "kind: config",
            "spec:",
            "  mdm: {dock: {size: 40}}",
            "---",
            "kind: team",
            "spec:",
            "  team:",
            "    name: Desks",
            "    mdm:",
            "      dock:",
            "        size: 101");
    assertEquals(Kind.INVALID, refused.kind());
    assertEquals("a.yml, line 11: mdm.dock.size: is at most 100", refused.getMessage());
    assertEquals(
        List.of(new FieldError("mdm.dock.size", "a.yml, line 11: is at most 100")),
        refused.fields());
    assertEquals(Map.of(), dock.sizes);
    assertEquals(0, work.kept());
  }

  @Test
  public void whatMustBeMeantHasACodeOfItsOwnWhenNothingElseIsWrong() {
    apply(Fixtures.ADMIN, NOW, desks(30));
    MdmException refused = refused(Fixtures.ADMIN, desks(0));
    assertEquals("organization.needs_force", refused.code());
    assertEquals(Kind.INVALID, refused.kind());
    String[] more = {"kind: config", "spec: {mdm: {dock: {size: 101}}}", "---"};
    String[] both =
        Stream.concat(Arrays.stream(more), Arrays.stream(desks(0))).toArray(String[]::new);
    assertEquals("organization.bad_setting", refused(Fixtures.ADMIN, both).code());
    assertEquals(1, apply(Fixtures.ADMIN, new Mode(false, true), desks(0)).size());
  }

  @Test
  public void unknownKeysNameTheirLineAndTheValidOnes() {
    assertEquals(
        "a.yml, line 4: mdm.dock.sice: unknown key; valid here are size",
        refused(Fixtures.ADMIN, "kind: config", "spec:", "  mdm: {dock: {", "    sice: 40}}")
            .getMessage());
    assertEquals(
        "a.yml, line 1: kind: Pomona has no policy; valid are config, team, user_roles",
        refused(Fixtures.ADMIN, "kind: policy", "spec: {}").getMessage());
    assertEquals(
        "a.yml, line 4: nmae: unknown key; valid here are agent_options, features, integrations,"
            + " mdm, scripts, secrets, webhook_settings",
        refused(Fixtures.ADMIN, "kind: team", "spec:", "  team:", "    nmae: Desks", "    name: a")
            .getMessage());
    assertEquals(
        "a.yml, line 3: name: must be the team's name, a text",
        refused(Fixtures.ADMIN, "kind: team", "spec:", "  team: {}").getMessage());
  }

  @Test
  public void oneSettingIsSaidOnce() {
    MdmException refused =
        refused(
            Fixtures.ADMIN,
            "kind: config",
            "spec: {mdm: {dock: {size: 40}}}",
            "---",
            "kind: config",
            "spec: {mdm: {dock: {size: 41}}}");
    assertEquals(
        "a.yml, line 5: No team: mdm.dock.size is said here and before, in a.yml, line 2",
        refused.getMessage());
  }

  @Test
  public void whatARoleMayNotChangeIsRefused() {
    apply(Fixtures.ADMIN, NOW, desks(30));
    assertEquals(Kind.FORBIDDEN, refused(actor(Role.OBSERVER), desks(20)).kind());
    assertEquals(1, apply(actor(Role.MAINTAINER), NOW, desks(21)).size());
    assertEquals(1, apply(actor(Role.GITOPS), NOW, desks(22)).size());
    assertEquals(
        Kind.NOT_FOUND,
        refused(actor(Role.MAINTAINER), "kind: team", "spec: {team: {name: Labs}}").kind());
  }

  @Test
  public void aForeignTeamIsLikeOneThatIsNotThere() {
    apply(Fixtures.ADMIN, NOW, desks(30));
    apply(Fixtures.ADMIN, NOW, "kind: team", "spec: {team: {name: Labs}}");
    Actor inLabs =
        new Actor(
            Optional.empty(), "Tom", "", Set.of(), Map.of(team("Labs").get(), Role.MAINTAINER));
    MdmException foreign = refused(inLabs, desks(20));
    MdmException absent = refused(inLabs, "kind: team", "spec: {team: {name: Nowhere}}");
    assertEquals(Kind.NOT_FOUND, foreign.kind());
    assertEquals(absent.getMessage(), foreign.getMessage());
    assertEquals(
        Kind.FORBIDDEN, refused(inLabs, "kind: config", "spec: {mdm: {dock: {size: 1}}}").kind());
    assertEquals(
        1,
        apply(inLabs, NOW, "kind: team", "spec: {team: {name: labs, mdm: {dock: {size: 1}}}}")
            .size());
  }

  @Test
  public void anExportSaysWhatIsThere() {
    applied(BOTH);
    SpecExport export = new SpecExport(settings, stores.teams(), access);
    List<SpecFile> files = export.files(Fixtures.ADMIN);
    assertEquals(
        List.of("default.yml", "teams/desks.yml"), files.stream().map(SpecFile::name).toList());
    assertEquals(
        "apiVersion: v1\nkind: team\nspec:\n  team:\n    name: Desks\n    mdm:\n      dock:\n"
            + "        size: 30\n",
        files.get(1).content());
    assertEquals(List.of(), application.files(Fixtures.ADMIN, files, NOW));
    Actor inDesks =
        new Actor(
            Optional.empty(), "Tom", "", Set.of(), Map.of(team("Desks").get(), Role.OBSERVER));
    assertEquals(
        "apiVersion: v1\nkind: config\nspec: {}\n", export.files(inDesks).get(0).content());
    assertEquals(files.get(1), export.files(inDesks).get(1));
  }
}
