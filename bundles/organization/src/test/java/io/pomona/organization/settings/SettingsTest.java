package io.pomona.organization.settings;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.apply.AppliedChange;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.apply.SpecApplication.Mode;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.FakePasswords;
import io.pomona.testkit.FakeUnitOfWork;
import io.pomona.testkit.InMemoryStoreSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.Before;
import org.junit.Test;

public class SettingsTest {
  private static final Actor ADMIN = Actor.system();
  private static final OrganizationSettings ACME =
      new OrganizationSettings("Acme", "https://mdm.example.com");

  private final OneOrganization store = new OneOrganization();
  private final FakeUnitOfWork work = new FakeUnitOfWork();
  private Settings settings;
  private SpecApplication application;

  /** Keeps what is saved, and the activities with it. */
  private static final class OneOrganization implements OrganizationStore {
    private OrganizationSettings now = ACME;
    private final List<ActivityDraft> activities = new ArrayList<>();

    @Override
    public Optional<OrganizationSettings> settings() {
      return Optional.of(now);
    }

    @Override
    public boolean change(
        UnaryOperator<OrganizationSettings> wanted,
        BiFunction<OrganizationSettings, OrganizationSettings, ActivityDraft> activity) {
      OrganizationSettings before = now;
      now = wanted.apply(before);
      if (!now.equals(before)) {
        activities.add(activity.apply(before, now));
      }
      return !now.equals(before);
    }
  }

  @Before
  public void bothSections() {
    Settings settings = new Settings(FakeAccess.allowingAll());
    settings.bind(new OrganizationInfo(store));
    settings.bind(new ServerSettings(store));
    this.settings = settings;
    InMemoryStoreSet stores = new InMemoryStoreSet();
    application =
        new SpecApplication(
            work,
            settings,
            FakeAccess.allowingAll(),
            stores.teams(),
            new Accounts(stores.users(), new FakePasswords()),
            new AccountChanges(stores.users(), stores.accounts(), new FakePasswords()));
  }

  private List<AppliedChange> apply(Map<String, Object> wish) {
    return application.config(ADMIN, wish, new Mode(false, false));
  }

  private MdmException refused(Map<String, Object> wish) {
    MdmException refused = assertThrows(MdmException.class, () -> apply(wish));
    assertEquals(ACME, store.now);
    assertEquals(List.of(), store.activities);
    return refused;
  }

  @Test
  public void whatIsNotSaidStays() {
    apply(Map.of("org_info", Map.of("org_name", "Acme & Sons")));
    assertEquals(new OrganizationSettings("Acme & Sons", ACME.serverUrl()), store.now);
    assertEquals("Acme", store.activities.get(0).details().get("previous_organization"));
  }

  @Test
  public void theSameAgainChangesNothing() {
    apply(Map.of("org_info", Map.of("org_name", "Acme")));
    assertEquals(List.of(), store.activities);
  }

  @Test
  public void whatIsShownCanBeSentBack() {
    assertEquals(List.of(), apply(settings.describe(ADMIN, Optional.empty())));
    assertEquals(ACME, store.now);
    assertEquals(List.of(), store.activities);
  }

  @Test
  public void anUnknownKeyNamesTheValidOnes() {
    MdmException refused = refused(Map.of("org_info", Map.of("org_nmae", "Acme & Sons")));
    assertEquals(Kind.MALFORMED, refused.kind());
    assertEquals(
        List.of(
            new FieldError(
                "org_info.org_nmae",
                "unknown key; valid here are contact_url, org_logo_url,"
                    + " org_logo_url_light_background, org_name")),
        refused.fields());
  }

  @Test
  public void aSettingThatPomonaDoesNotHaveIsRefusedByName() {
    MdmException refused =
        refused(Map.of("smtp_settings", Map.of("enable_smtp", true, "port", 587)));
    assertEquals(Kind.INVALID, refused.kind());
    assertEquals("smtp_settings.enable_smtp", refused.fields().get(0).name());
    assertEquals(1, refused.fields().size());
  }

  private static final String NO_SUCH = "Pomona has no such setting: leave it out";

  private void assertFixed(String name, String reason, Map<String, Object> wish) {
    MdmException refused = refused(wish);
    assertEquals(Kind.INVALID, refused.kind());
    assertEquals(List.of(new FieldError(name, reason)), refused.fields());
  }

  @Test
  public void anObjectWithoutKeysIsASettingLikeOthers() {
    Map<String, Object> options = Map.of("config", Map.of("decorators", Map.of()));
    assertFixed("agent_options", NO_SUCH, Map.of("agent_options", options));
    assertEquals(List.of(), apply(Map.of("agent_options", Map.of())));
    assertFixed("agent_options", NO_SUCH, Map.of("agent_options", "none"));
  }

  @Test
  public void whatIsRefusedSaysTheValueThatItHasWhereThatIsOne() {
    Map<String, Object> mail = Map.of("server", "mail.example.com");
    assertFixed("smtp_settings.server", NO_SUCH, Map.of("smtp_settings", mail));
    assertFixed("scripts", NO_SUCH, Map.of("scripts", List.of("a.sh")));
    assertFixed(
        "smtp_settings.port", NO_SUCH + ", or at 587", Map.of("smtp_settings", Map.of("port", 25)));
  }

  @Test
  public void inATeamAsWell() {
    Map<String, Object> team =
        Map.of("name", "Desks", "agent_options", Map.of("config", Map.of()), "secrets", List.of());
    MdmException refused =
        assertThrows(
            MdmException.class,
            () -> application.teams(ADMIN, List.of(team), new Mode(false, false)));
    assertEquals(List.of(new FieldError("agent_options", NO_SUCH)), refused.fields());
  }

  @Test
  public void allIsCheckedBeforeAnythingChanges() {
    MdmException refused =
        refused(
            Map.of(
                "org_info", Map.of("org_name", "Acme & Sons"),
                "server_settings", Map.of("server_url", "http://plain.example.com")));
    assertEquals("server_settings.server_url", refused.fields().get(0).name());
  }

  @Test
  public void aValueOfTheWrongKindSaysWhichIsRight() {
    MdmException refused = refused(Map.of("org_info", Map.of("org_name", 7)));
    assertEquals(List.of(new FieldError("org_info.org_name", "must be a text")), refused.fields());
    assertEquals(
        "must be an object with keys",
        refused(Map.of("org_info", "Acme")).fields().get(0).reason());
  }

  @Test
  public void emptyIsNotAbsent() {
    MdmException refused = refused(Map.of("org_info", Map.of("org_name", " ")));
    assertEquals("org_info.org_name", refused.fields().get(0).name());
  }

  @Test
  public void anotherAddressMustBeMeant() {
    Map<String, Object> wish =
        Map.of("server_settings", Map.of("server_url", "https://new.example.com"));
    MdmException refused = refused(wish);
    assertTrue(refused.getMessage().contains("https://mdm.example.com"));
    assertEquals("organization.needs_force", refused.code());
    application.config(ADMIN, wish, new Mode(false, true));
    assertEquals("https://new.example.com", store.now.serverUrl());
  }

  @Test
  public void aDryRunIsTakenBack() {
    Mode dryRun = new Mode(true, false);
    List<AppliedChange> changes =
        application.config(ADMIN, Map.of("org_info", Map.of("org_name", "Acme & Sons")), dryRun);
    assertEquals(
        List.of(SettingsChange.changed("the organization's name, to Acme & Sons")),
        changes.stream().map(AppliedChange::change).toList());
    assertEquals(1, work.takenBack());
    assertEquals(0, work.kept());
    assertThrows(MdmException.class, () -> application.config(ADMIN, Map.of("no", 1), dryRun));
  }

  @Test
  public void nothingIsNeitherAbsentNorEmpty() {
    Map<String, Object> wish = new HashMap<>();
    wish.put("org_name", null);
    assertEquals(
        "has no value: leave it out to keep what is there, or write \"\" for nothing",
        refused(Map.of("org_info", wish)).fields().get(0).reason());
  }

  @Test
  public void nothingWhereNothingIsSetIsNoWish() {
    settings.bind(new Unset());
    Map<String, Object> wish = new HashMap<>();
    wish.put("macos_setup_assistant", null);
    assertEquals(List.of(), apply(Map.of("mdm", Map.of("macos_setup", wish))));
  }

  /** Is not set, and would fail if it were. */
  private static final class Unset implements SettingsSection {
    @Override
    public List<String> path() {
      return List.of("mdm", "macos_setup");
    }

    @Override
    public Map<String, Object> describe(Optional<TeamId> scope) {
      return Map.of("macos_setup_assistant", "");
    }

    @Override
    public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
      throw new AssertionError("Nothing was wished");
    }

    @Override
    public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
      throw new AssertionError("Nothing was wished");
    }
  }

  /** One setting that two documents know at two places. */
  private static final class Doors implements SettingsSection {
    private boolean open;
    private String sign = "closed";

    @Override
    public List<String> path() {
      return List.of("house", "doors");
    }

    @Override
    public List<List<String>> alsoAt() {
      return List.of(List.of("house"));
    }

    @Override
    public Map<String, Object> describe(Optional<TeamId> scope) {
      return Map.of("open", open, "sign", sign);
    }

    @Override
    public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
      open = (Boolean) wish.values().getOrDefault("open", open);
      sign = wish.text("sign").orElse(sign);
      return List.of(SettingsChange.changed("the doors"));
    }
  }

  @Test
  public void aSettingOfTwoPlacesIsOne() {
    Doors doors = new Doors();
    settings.bind(doors);
    Map<String, Object> shown = settings.describe(ADMIN, Optional.empty());
    Map<String, Object> each = Map.of("open", false, "sign", "closed");
    assertEquals(Map.of("open", false, "sign", "closed", "doors", each), shown.get("house"));
    apply(Map.of("house", Map.of("open", true)));
    assertTrue(doors.open);
    apply(Map.of("house", Map.of("open", true, "doors", Map.of("open", true))));
    apply(Map.of("house", Map.of("doors", Map.of("open", false))));
    assertEquals(false, doors.open);
  }

  private static Map<String, Object> house(Object first, Object second, String key) {
    Map<String, Object> house = new LinkedHashMap<>();
    house.put(key, first);
    house.put("doors", Map.of(key, second));
    return Map.of("house", house);
  }

  @Test
  public void whoChangesOneOfTwoPlacesInWhatWasShownMeansThatOne() {
    Doors doors = new Doors();
    settings.bind(doors);
    apply(house(true, false, "open"));
    assertTrue(doors.open);
    apply(house(true, false, "open"));
    assertEquals(false, doors.open);
    apply(house(false, true, "open"));
    assertTrue(doors.open);
    apply(house(false, true, "open"));
    assertEquals(false, doors.open);
  }

  @Test
  public void aSettingOfTwoPlacesMustNotContradictItself() {
    Doors doors = new Doors();
    settings.bind(doors);
    assertEquals(
        List.of(
            new FieldError(
                "house.doors.sign", "is the same setting as house.sign, which says otherwise")),
        refused(house("welcome", "go away", "sign")).fields());
    assertEquals("closed", doors.sign);
    apply(house("welcome", "welcome", "sign"));
    assertEquals("welcome", doors.sign);
  }
}
