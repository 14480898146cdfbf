package io.pomona.protocol.command.catalogue;

import io.pomona.protocol.plist.PlistDict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the keys of one command against its definition. Not for several threads. */
final class KeyCheck {
  private static final int SHOWN = 64;
  private static final int TOLD = 50;

  private final CommandDefinition command;
  private final ValueForm form;
  private final List<KeyProblem> problems = new ArrayList<>();
  private final List<KeyUse> uses = new ArrayList<>();

  KeyCheck(CommandDefinition command, ValueForm form) {
    this.command = command;
    this.form = form;
  }

  Composition check(Map<String, ?> given) {
    used("", command.availability());
    PlistDict keys = dictionary("", command.body(), given);
    return new Composition(command.requestType(), keys, told(), List.copyOf(uses));
  }

  private List<KeyProblem> told() {
    List<KeyProblem> told = new ArrayList<>(problems.subList(0, Math.min(TOLD, problems.size())));
    if (problems.size() > TOLD) {
      told.add(new KeyProblem("", "has " + (problems.size() - TOLD) + " more problems"));
    }
    return List.copyOf(told);
  }

  private PlistDict dictionary(String path, CommandKey kind, Map<String, ?> given) {
    PlistDict.Builder dict = PlistDict.builder();
    given.forEach(
        (name, value) -> entry(path, kind, name, value).ifPresent(known -> dict.put(name, known)));
    kind.keys().stream()
        .filter(key -> key.required() && !given.containsKey(key.name()))
        .forEach(key -> problem(inside(path, key.name()), "is missing; it must be " + wanted(key)));
    kind.someOf().stream()
        .filter(names -> names.stream().noneMatch(given::containsKey))
        .forEach(names -> problem(path, needsOne(names)));
    return dict.build();
  }

  private static String needsOne(List<String> names) {
    return names.size() == 1
        ? "needs " + names.get(0)
        : "needs at least one of " + String.join(", ", names);
  }

  private Optional<Object> entry(String path, CommandKey kind, String name, Object value) {
    String inner = inside(path, name);
    Optional<CommandKey> key = kind.key(name);
    if (key.isPresent()) {
      used(inner, key.get().availability());
      return value(inner, key.get(), value);
    }
    if (!kind.open()) {
      return problem(inner, "is not known; " + valid(path, kind));
    }
    Optional<Object> any = form.any(value);
    return any.isPresent() ? any : problem(inner, "holds null or a number that is too large");
  }

  private String valid(String path, CommandKey kind) {
    String owner = path.isEmpty() ? command.requestType() : path;
    return kind.keys().isEmpty()
        ? owner + " takes no keys"
        : "the keys of " + owner + " are " + String.join(", ", kind.keyNames());
  }

  private Optional<Object> value(String path, CommandKey key, Object value) {
    return switch (key.type()) {
      case DICTIONARY ->
          form.entries(value)
              .<Object>map(entries -> dictionary(path, key, entries))
              .or(() -> wrongType(path, key, value));
      case ARRAY ->
          form.elements(value)
              .<Object>map(elements -> array(path, key, elements))
              .or(() -> wrongType(path, key, value));
      default ->
          form.scalar(key.type(), value)
              .map(known -> limited(path, key, known))
              .or(() -> wrongType(path, key, value));
    };
  }

  private List<Object> array(String path, CommandKey array, List<?> elements) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String inner = path + "[" + i + "]";
      Object element = elements.get(i);
      kind(inner, array, element).flatMap(kind -> value(inner, kind, element)).ifPresent(all::add);
    }
    return all;
  }

  /** What an element should be like: where there are several kinds, its Item says which. */
  private Optional<CommandKey> kind(String path, CommandKey array, Object element) {
    if (array.keys().size() == 1) {
      return Optional.of(array.keys().get(0));
    }
    Optional<CommandKey> kind =
        form.entries(element)
            .map(entries -> entries.get(CatalogueText.ITEM))
            .flatMap(item -> array.key(String.valueOf(item)));
    kind.ifPresentOrElse(
        known -> used(path, known.availability()),
        () ->
            problem(
                inside(path, CatalogueText.ITEM),
                "must be one of " + String.join(", ", array.keyNames())));
    return kind;
  }

  private Object limited(String path, CommandKey key, Object value) {
    if (!key.choices().isEmpty()) {
      chosen(path, key, String.valueOf(value));
    }
    if (value instanceof String text) {
      key.limits().broken(text).ifPresent(reason -> problem(path, reason));
    }
    if (value instanceof Number number) {
      key.limits()
          .broken(number.doubleValue())
          .ifPresent(reason -> problem(path, "is " + number + " and " + reason));
    }
    return value;
  }

  private void chosen(String path, CommandKey key, String value) {
    key.choices().stream()
        .filter(choice -> choice.value().equals(value))
        .findFirst()
        .ifPresentOrElse(
            choice -> used(path + " " + value, choice.availability(), choice.binding()),
            () -> problem(path, "is " + shown(value) + "; it must be " + wanted(key)));
  }

  private static String shown(String value) {
    return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  private Optional<Object> wrongType(String path, CommandKey key, Object value) {
    return problem(path, "is " + form.found(value) + "; it must be " + wanted(key));
  }

  private String wanted(CommandKey key) {
    return key.choices().isEmpty()
        ? form.wanted(key.type())
        : (key.choices().size() == 1 ? "" : "one of ")
            + String.join(", ", key.choices().stream().map(KeyChoice::value).toList());
  }

  private void used(String path, Availability availability) {
    used(path, availability, true);
  }

  private void used(String path, Availability availability, boolean binding) {
    if (availability.isLimited()) {
      uses.add(new KeyUse(path, availability, binding));
    }
  }

  private Optional<Object> problem(String path, String reason) {
    problems.add(new KeyProblem(path, reason));
    return Optional.empty();
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
