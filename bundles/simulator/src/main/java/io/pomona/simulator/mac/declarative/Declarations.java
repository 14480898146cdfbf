package io.pomona.simulator.mac.declarative;

import io.pomona.simulator.wire.Plist;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one Mac knows of declarative management, and what it told of it. Its Mac guards it. */
public final class Declarations {

  private volatile boolean enabled;
  private volatile String token = "";
  private volatile Map<String, Declaration> held = Map.of();
  private volatile Map<String, String> reported = Map.of();
  private volatile String announced = "";
  private volatile boolean due;

  /** A server has sent DeclarativeManagement. */
  public boolean enabled() {
    return enabled;
  }

  /** The server has something else than what is held, as far as the Mac knows. */
  boolean due() {
    return due;
  }

  String token() {
    return token;
  }

  /** The token that came with the command; empty: ask for it. */
  Optional<String> announced() {
    return Optional.of(announced).filter(text -> !text.isEmpty());
  }

  void announce(String nextToken) {
    enabled = true;
    announced = nextToken;
    due = nextToken.isEmpty() || !nextToken.equals(token);
  }

  /** Identifiers are unique over all kinds. */
  List<Declaration> held() {
    return List.copyOf(held.values());
  }

  Optional<Declaration> held(String identifier) {
    return Optional.ofNullable(held.get(identifier));
  }

  void hold(Collection<Declaration> declarations, String nextToken) {
    Map<String, Declaration> next = new LinkedHashMap<>();
    declarations.forEach(declaration -> next.put(declaration.identifier(), declaration));
    held = next;
    token = nextToken;
    synchronizedWithServer();
  }

  void synchronizedWithServer() {
    announced = "";
    due = false;
  }

  /** JSON by the name of a status item, or of an element of a list. */
  Map<String, String> reported() {
    return reported;
  }

  void reported(Map<String, String> all) {
    reported = Map.copyOf(all);
  }

  /** Management is over. */
  public void forget() {
    enabled = false;
    token = "";
    held = Map.of();
    reported = Map.of();
    synchronizedWithServer();
  }

  public Map<String, Object> saved() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Enabled", enabled);
    values.put("Token", token);
    values.put("Announced", announced);
    values.put("Due", due);
    values.put("Held", held.values().stream().map(Declaration::saved).toList());
    values.put("Reported", reported);
    return values;
  }

  public void restore(Plist values) {
    enabled = values.flag("Enabled");
    Map<String, Declaration> all = new LinkedHashMap<>();
    values.dictionaries("Held").stream()
        .map(Declaration::restored)
        .forEach(declaration -> all.put(declaration.identifier(), declaration));
    held = all;
    token = values.text("Token").orElse("");
    announced = values.text("Announced").orElse("");
    due = values.flag("Due");
    Map<String, String> told = new LinkedHashMap<>();
    values
        .dictionary("Reported")
        .ifPresent(it -> it.values().forEach((name, json) -> told.put(name, (String) json)));
    reported = told;
  }
}
