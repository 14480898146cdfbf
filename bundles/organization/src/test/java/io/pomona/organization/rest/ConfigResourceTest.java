package io.pomona.organization.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.RoleAccess;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.settings.OrganizationInfo;
import io.pomona.organization.settings.Settings;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.FakeUnitOfWork;
import io.pomona.testkit.InMemoryStoreSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class ConfigResourceTest {
  private static final Actor MAINTAINER =
      new Actor(Optional.empty(), "Mia", "", Set.of(Role.MAINTAINER));
  private static final Map<String, Object> PATHS =
      Map.of("mdm", Map.of("macos_settings", Map.of("custom_settings", List.of("a.mobileconfig"))));

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final Paths paths = new Paths();
  private final ConfigResource resource = resource(new RoleAccess());

  /** A part of the settings that maintainers change. */
  private static final class Paths implements SettingsSection {
    private Object now = List.of();

    @Override
    public List<String> path() {
      return List.of("mdm", "macos_settings");
    }

    @Override
    public Reach reach() {
      return new Reach(Permission.VIEW_PROFILES, Permission.EDIT_PROFILES, true);
    }

    @Override
    public Map<String, Object> describe(Optional<TeamId> scope) {
      return Map.of("custom_settings", now);
    }

    @Override
    public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
      now = wish.values().get("custom_settings");
      return List.of();
    }
  }

  private ConfigResource resource(RoleAccess access) {
    Settings settings = new Settings(access);
    settings.bind(paths);
    settings.bind(new OrganizationInfo(stores.organization()));
    return new ConfigResource(
        settings,
        new SpecApplication(
            new FakeUnitOfWork(),
            settings,
            access,
            stores.teams(),
            new Accounts(stores.users(), new FakePasswords()),
            new AccountChanges(stores.users(), stores.accounts(), new FakePasswords())));
  }

  private Kind refusal(Actor actor, Map<String, Object> wish) {
    return assertThrows(MdmException.class, () -> resource.change(actor, false, false, wish))
        .kind();
  }

  @Test
  public void aMaintainerChangesWhatMacsOfNoTeamShouldHave() {
    resource.change(MAINTAINER, false, false, PATHS);
    assertEquals(List.of("a.mobileconfig"), paths.now);
  }

  @Test
  public void whatIsTheOrganizationsIsForAdmins() {
    Map<String, Object> name = Map.of("org_name", "Acme & Sons");
    assertEquals(Kind.FORBIDDEN, refusal(MAINTAINER, Map.of("org_info", name)));
    assertEquals(
        "nor does the rest of the document come true",
        Kind.FORBIDDEN,
        refusal(MAINTAINER, Map.of("mdm", PATHS.get("mdm"), "org_info", name)));
    assertEquals(List.of(), paths.now);
  }

  @Test
  public void aRoleInATeamIsNotForMacsOfNone() {
    Actor inTeam =
        new Actor(Optional.empty(), "Tom", "", Set.of(), Map.of(new TeamId(1), Role.ADMIN));
    assertEquals(Kind.FORBIDDEN, refusal(inTeam, PATHS));
  }
}
