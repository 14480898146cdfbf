package io.pomona.simulator.mac.command;

import io.pomona.simulator.mac.MacApplication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A handful of applications and what came over MDM, narrowed by the identifiers asked for. */
final class InstalledApplications implements Inventory {

  private static final List<List<String>> INSTALLED =
      List.of(
          List.of("com.apple.Safari", "Safari", "18.1"),
          List.of("com.apple.mail", "Mail", "16.0"),
          List.of("com.apple.Terminal", "Terminal", "2.14"),
          List.of("com.apple.TextEdit", "TextEdit", "1.20"),
          List.of("org.mozilla.firefox", "Firefox", "132.0"));

  @Override
  public Answer answer(Command command, Subject mac) {
    List<String> wanted = command.arguments().texts("Identifiers");
    List<Map<String, Object>> list = new ArrayList<>();
    if (!command.arguments().flag("ManagedAppsOnly")) {
      for (List<String> application : INSTALLED) {
        if (wanted.isEmpty() || wanted.contains(application.get(0))) {
          list.add(entry(application));
        }
      }
    }
    boolean managedOnly = command.arguments().flag("ManagedAppsOnly");
    mac.applications().stream()
        .filter(it -> it.managed() || !managedOnly)
        .filter(it -> wanted.isEmpty() || wanted.contains(it.identifier()))
        .forEach(it -> list.add(entry(it)));
    return Answer.acknowledged("InstalledApplicationList", list);
  }

  private static Map<String, Object> entry(MacApplication application) {
    Map<String, Object> entry =
        entry(List.of(application.identifier(), application.name(), application.version()));
    entry.put("BundleSize", application.size());
    return entry;
  }

  private static Map<String, Object> entry(List<String> application) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("Identifier", application.get(0));
    entry.put("Name", application.get(1));
    entry.put("Version", application.get(2));
    entry.put("ShortVersion", application.get(2));
    entry.put("BundleSize", 12_345_678);
    entry.put("Installing", false);
    entry.put("HasUpdateAvailable", false);
    return entry;
  }
}
