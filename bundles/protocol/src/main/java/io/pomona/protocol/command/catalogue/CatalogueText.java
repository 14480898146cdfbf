package io.pomona.protocol.command.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a family of commands as {@code format.txt} beside the families describes it. */
final class CatalogueText {
  static final String ITEM = "Item";

  private static final String LIST = "[]";
  private static final int INDENT = 2;

  /** A line and those that are indented below it. */
  private record Line(List<String> words, List<Line> below) {
    String word(int index) {
      return words.get(index);
    }

    List<String> from(int index) {
      return words.subList(index, words.size());
    }

    List<Line> starting(String word) {
      return below.stream().filter(line -> line.word(0).equals(word)).toList();
    }

    List<Line> keys() {
      return below.stream().filter(line -> Character.isLetter(line.word(0).charAt(0))).toList();
    }
  }

  private CatalogueText() {}

  static List<CommandDefinition> read(String family, String text) {
    return lines(text).below().stream().map(line -> command(family, line)).toList();
  }

  private static Line lines(String text) {
    List<Line> path = new ArrayList<>(List.of(new Line(List.of(), new ArrayList<>())));
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      int depth = line.indexOf(line.strip()) / INDENT;
      Line read = new Line(List.of(line.strip().split(" +")), new ArrayList<>());
      path.subList(depth + 1, path.size()).clear();
      path.get(depth).below().add(read);
      path.add(read);
    }
    return path.get(0);
  }

  private static CommandDefinition command(String family, Line line) {
    Marks marks = Marks.read(line.from(3));
    Availability availability =
        marks.availability(
            OsVersion.parse(line.word(1)), line.word(2).contains("D"), line.word(2).contains("U"));
    return new CommandDefinition(
        line.word(0),
        family,
        availability,
        marks.has("user-enrollment"),
        marks.has("destructive"),
        key("", KeyType.DICTIONARY, false, Marks.read(List.of()), line));
  }

  private static CommandKey key(Line line) {
    String name = line.word(0).replace("*", "");
    boolean required = line.word(0).endsWith("*");
    Marks marks = Marks.read(line.from(2));
    String type = line.word(1);
    if (!type.endsWith(LIST)) {
      return key(name, KeyType.labelled(type), required, marks, line);
    }
    KeyType kind = KeyType.labelled(type.replace(LIST, ""));
    return array(name, required, marks, elements(kind, marks, line));
  }

  private static List<CommandKey> elements(KeyType kind, Marks marks, Line line) {
    return marks.has("by-item")
        ? line.keys().stream().map(CatalogueText::item).toList()
        : List.of(key("", kind, false, marks.ofElements(), line));
  }

  /** One form of the dictionaries of a list: its key Item has its name. */
  private static CommandKey item(Line line) {
    String name = line.word(0);
    Line item = new Line(List.of(ITEM + "*", "string", "in=" + name), List.of());
    List<Line> below = new ArrayList<>(List.of(item));
    below.addAll(line.below());
    return key(new Line(line.words(), below));
  }

  private static CommandKey array(
      String name, boolean required, Marks marks, List<CommandKey> elements) {
    return new CommandKey(
        name,
        KeyType.ARRAY,
        required,
        marks.availability(),
        List.of(),
        Marks.read(List.of()).limits(),
        marks.usual(),
        elements,
        false,
        List.of());
  }

  private static CommandKey key(
      String name, KeyType type, boolean required, Marks marks, Line line) {
    return new CommandKey(
        name,
        type,
        required,
        marks.availability(),
        choices(marks, line),
        marks.limits(),
        marks.usual(),
        line.keys().stream().map(CatalogueText::key).toList(),
        marks.has("open"),
        line.starting("!").stream().map(rule -> List.copyOf(rule.from(2))).toList());
  }

  private static List<KeyChoice> choices(Marks marks, Line line) {
    boolean binding = !marks.has("lenient");
    Stream<List<String>> plain =
        marks.text("in").stream().flatMap(all -> Stream.of(all.split("\\|"))).map(List::of);
    Stream<List<String>> marked = line.starting("=").stream().map(each -> each.from(1));
    return Stream.concat(plain, marked)
        .map(words -> new KeyChoice(words.get(0), availability(words), binding))
        .toList();
  }

  private static Availability availability(List<String> value) {
    return Marks.read(value.subList(1, value.size())).availability();
  }
}
