package io.pomona.organization.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.settings.Settings;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.FakeUnitOfWork;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yaml.snakeyaml.Yaml;

public class SettingsCommandsTest {
  private static final List<String> PATHS = List.of("lib/dock.mobileconfig");

  /** Profiles of no team, which are taken away by force only. */
  private static final class Profiles implements SettingsSection {
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
      return Map.of("custom_settings", PATHS, "these", PATHS, "those", PATHS);
    }

    @Override
    public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
      return wish.force()
          ? List.of()
          : List.of(new FieldError("these", "takes much away; say force if that is meant"));
    }

    @Override
    public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
      return List.of(SettingsChange.changed("these, to none"));
    }
  }

  @Rule public final Printed printed = new Printed();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final FakeUnitOfWork work = new FakeUnitOfWork();
  private final FakeAccess access = FakeAccess.allowingAll();
  private final Settings settings = new Settings(access);
  private final ApplyCommand apply = new ApplyCommand();

  @Before
  public void aFile() throws IOException {
    settings.bind(new Profiles());
    Path file = folder.getRoot().toPath().resolve("a.yml");
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: config
        spec:
          mdm:
            macos_settings:
              these: []
        """);
    apply.file = file.toString();
    apply.access = access;
    apply.actors = () -> Fixtures.ADMIN;
    apply.application =
        new SpecApplication(
            work,
            settings,
            access,
            stores.teams(),
            new Accounts(stores.users(), new FakePasswords()),
            new AccountChanges(stores.users(), stores.accounts(), new FakePasswords()));
  }

  @Test
  public void aDryRunShowsWhatNeedsForce() {
    apply.dryRun = true;
    MdmException refused = assertThrows(MdmException.class, apply::execute);
    assertTrue(refused.getMessage(), refused.getMessage().contains("say force"));
    assertEquals(
        "No team\n  ~ these, to none\nThis was a dry run: nothing has changed.\n", printed.text());
    assertEquals(0, work.kept());
  }

  @Test
  public void whatNeedsForceIsNotDoneWithoutIt() {
    assertThrows(MdmException.class, apply::execute);
    assertEquals("", printed.text());
    assertEquals(0, work.kept());
    apply.force = true;
    apply.execute();
    assertEquals("No team\n  ~ these, to none\n", printed.text());
    assertEquals(1, work.kept());
  }

  @Test
  public void settingsAreShownAsADocumentWithoutProfiles() {
    ConfigShowCommand show = new ConfigShowCommand();
    show.settings = settings;
    show.access = access;
    show.actors = () -> Fixtures.ADMIN;
    show.execute();
    String yaml = printed.text();
    assertTrue(yaml, yaml.startsWith("apiVersion: v1\nkind: config\nspec:\n"));
    assertFalse(yaml, yaml.contains("custom_settings"));
    assertFalse("nothing refers to something else", yaml.contains("&id"));
    Map<?, ?> spec = (Map<?, ?>) ((Map<?, ?>) new Yaml().load(yaml)).get("spec");
    Map<?, ?> macos = (Map<?, ?>) ((Map<?, ?>) spec.get("mdm")).get("macos_settings");
    assertEquals(PATHS, macos.get("these"));
    show.access = FakeAccess.denyingAll();
    assertThrows(MdmException.class, show::execute);
  }
}
