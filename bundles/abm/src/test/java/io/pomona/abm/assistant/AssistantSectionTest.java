package io.pomona.abm.assistant;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsChange.Action;
import io.pomona.api.organization.SettingsExport;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class AssistantSectionTest {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();
  private static final String KEY = "macos_setup_assistant";

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final AssistantSection section =
      new AssistantSection(
          stores.setupAssistants(),
          new SetupAssistants(
              stores.setupAssistants(),
              stores.teams(),
              FakeAccess.allowingAll(),
              () -> {},
              new SettableClock()));

  private static SettingsWish wish(String path, String content) {
    return new SettingsWish(
        Map.of(KEY, path),
        Optional.of(Map.of(path, content.getBytes(StandardCharsets.UTF_8))),
        false);
  }

  private static SettingsWish alone(String path) {
    return new SettingsWish(Map.of(KEY, path), Optional.empty(), false);
  }

  private List<SettingsChange> apply(SettingsWish wish) {
    assertEquals(List.of(), section.check(NO_TEAM, wish));
    return section.apply(Fixtures.ADMIN, NO_TEAM, wish);
  }

  private List<String> activities() {
    return stores.activities().newest(PageRequest.first(9)).stream().map(Activity::type).toList();
  }

  @Test
  public void aFileBecomesTheProfileOnce() {
    SettingsWish wish =
        wish("lib/setup.json", "{\"profile_name\":\"S\",\"skip_setup_items\":[\"Zoom\"]}");
    List<SettingsChange> changes = apply(wish);
    assertEquals(Action.ADDED, changes.get(0).action());
    assertTrue(changes.get(0).text(), changes.get(0).text().contains("no Mac has the pane Zoom"));
    assertEquals(List.of(), apply(wish));
    assertEquals(Map.of(KEY, "lib/setup.json"), section.describe(NO_TEAM));
    assertEquals(
        Action.CHANGED, apply(wish("lib/setup.json", "{\"profile_name\":\"T\"}")).get(0).action());
    assertEquals(
        List.of("changed_macos_setup_assistant", "changed_macos_setup_assistant"), activities());
  }

  @Test
  public void whatIsExportedChangesNothingWhenItIsAppliedAgain() {
    apply(wish("lib/setup.json", "{\"profile_name\":\"S\",\"is_mandatory\":true}"));
    SettingsExport export = section.export(Fixtures.ADMIN, NO_TEAM, "profiles");
    assertEquals(Map.of(KEY, "profiles/setup.json"), export.values());
    SettingsWish again = new SettingsWish(export.values(), Optional.of(export.files()), false);
    assertEquals(List.of(), apply(again));
    assertEquals(List.of("changed_macos_setup_assistant"), activities());
  }

  @Test
  public void emptyTextDeletesAndAPathAloneIsRemembered() {
    assertEquals(List.of(), apply(alone("setup.json")));
    assertEquals(Map.of(KEY, "setup.json"), section.describe(NO_TEAM));
    assertEquals(List.of(), activities());
    apply(wish("setup.json", "{\"profile_name\":\"S\"}"));
    assertEquals(Action.REMOVED, apply(alone("")).get(0).action());
    assertEquals(List.of(), apply(alone("")));
    assertEquals(Map.of(KEY, ""), section.describe(NO_TEAM));
    assertEquals(
        new SettingsExport(Map.of(KEY, ""), Map.of()),
        section.export(Fixtures.ADMIN, NO_TEAM, "profiles"));
  }

  @Test
  public void allThatIsWrongIsTold() {
    assertEquals(2, section.check(NO_TEAM, wish("a.json", "{\"url\":\"x\",\"nmae\":1}")).size());
    SettingsWish missing = new SettingsWish(Map.of(KEY, "a.json"), Optional.of(Map.of()), false);
    assertTrue(section.check(NO_TEAM, missing).get(0).reason().contains("not sent along"));
    assertEquals(1, section.check(NO_TEAM, alone("x".repeat(2_000))).size());
  }
}
