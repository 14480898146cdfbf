package io.pomona.commands.shell;

import io.pomona.api.MdmException;
import io.pomona.protocol.command.catalogue.CommandDefinition;
import io.pomona.protocol.command.catalogue.CommandKey;
import io.pomona.protocol.command.catalogue.KeyType;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys as one types them: {@code PIN=123456}, {@code Options.PurchaseMethod=1}, {@code
 * Updates.0.InstallAction=InstallASAP}, {@code Identifiers=a.b,c.d}, {@code Payload=@file}.
 */
final class KeyArguments {
  private final Map<String, Object> keys = new LinkedHashMap<>();

  private KeyArguments() {}

  /** The keys as JSON has them. What does not fit its type stays text, for the check to tell. */
  static Map<String, Object> read(CommandDefinition command, List<String> arguments) {
    KeyArguments read = new KeyArguments();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw invalid("Write keys as key=value; this is none: " + argument);
      }
      List<String> path = Arrays.asList(argument.substring(0, equals).split("\\."));
      put(read.keys, command.body(), path, argument.substring(equals + 1));
    }
    return read.keys;
  }

  private static void put(
      Map<String, Object> dictionary, CommandKey kind, List<String> path, String text) {
    if (kind.open() && kind.key(path.get(0)).isEmpty()) {
      dictionary.put(String.join(".", path), guessed(text));
      return;
    }
    String name = path.get(0);
    Optional<CommandKey> key = kind.key(name);
    List<String> rest = path.subList(1, path.size());
    if (rest.isEmpty() || key.isEmpty()) {
      dictionary.put(String.join(".", path), value(key, text));
    } else if (key.get().type() == KeyType.ARRAY) {
      element(list(dictionary, name), key.get(), rest, text);
    } else {
      put(map(dictionary, name), key.get(), rest, text);
    }
  }

  private static void element(List<Object> list, CommandKey array, List<String> path, String text) {
    int index = index(path.get(0), list.size());
    List<String> rest = path.subList(1, path.size());
    if (index == list.size()) {
      list.add(rest.isEmpty() ? text : new LinkedHashMap<String, Object>());
    }
    if (rest.isEmpty()) {
      list.set(index, value(array.keys().stream().findFirst(), text));
    } else {
      put(asMap(list.get(index), path.get(0)), kind(array, rest.get(0)), rest, text);
    }
  }

  /** Of several kinds of elements the first that has this key: their types do not differ. */
  private static CommandKey kind(CommandKey array, String name) {
    return array.keys().stream()
        .filter(each -> each.key(name).isPresent())
        .findFirst()
        .orElse(array.keys().get(0));
  }

  private static int index(String text, int size) {
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > size) {
      throw invalid("Number the elements of a list 0, 1, 2 and so on; this is none: " + text);
    }
    return Integer.parseInt(text);
  }

  private static Map<String, Object> map(Map<String, Object> dictionary, String name) {
    return asMap(dictionary.computeIfAbsent(name, any -> new LinkedHashMap<>()), name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw invalid(name + " is given twice, once as a whole and once in parts.");
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> dictionary, String name) {
    return (List<Object>) dictionary.computeIfAbsent(name, any -> new ArrayList<>());
  }

  private static Object value(Optional<CommandKey> key, String text) {
    return switch (key.map(CommandKey::type).orElse(KeyType.STRING)) {
      case ARRAY -> elements(key.orElseThrow(), text);
      case DATA -> text.startsWith("@") ? Base64.getEncoder().encodeToString(file(text)) : text;
      case INTEGER, BOOLEAN, REAL -> guessed(text);
      default -> text;
    };
  }

  private static List<Object> elements(CommandKey array, String text) {
    List<Object> elements = new ArrayList<>();
    for (String each : text.split(",")) {
      elements.add(value(array.keys().stream().findFirst(), each));
    }
    return elements;
  }

  private static Object guessed(String text) {
    if (text.matches("true|false")) {
      return Boolean.valueOf(text);
    }
    if (text.matches("-?\\d{1,18}")) {
      return Long.valueOf(text);
    }
    return text.matches("-?\\d{1,18}\\.\\d{1,18}") ? (Object) Double.valueOf(text) : text;
  }

  private static byte[] file(String text) {
    try {
      return CommandFile.read(Path.of(text.substring(1)));
    } catch (IOException | InvalidPathException e) {
      throw invalid("The file " + text.substring(1) + " cannot be read.").causedBy(e);
    }
  }

  private static MdmException invalid(String message) {
    return MdmException.invalid("commands.invalid_keys", "keys", message);
  }
}
