package io.pomona.commands.shell;

import io.pomona.protocol.command.catalogue.CommandCatalogue;
import io.pomona.protocol.command.catalogue.CommandDefinition;
import io.pomona.protocol.command.catalogue.CommandKey;
import io.pomona.protocol.command.catalogue.KeyChoice;
import io.pomona.protocol.command.catalogue.KeyType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/** Completes the keys of the command that was typed before, and their values. */
@Service
public final class KeyNames implements Completer {

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    candidates.addAll(fitting(line));
    return candidates.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
  }

  /** A key is not finished before its value: no space behind it. */
  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    fitting(line).stream()
        .map(text -> new Candidate(text, !text.endsWith("=")))
        .forEach(candidates::add);
  }

  private static List<String> fitting(CommandLine line) {
    String typed = Optional.ofNullable(line.getCursorArgument()).orElse("");
    String prefix = typed.substring(0, Math.min(typed.length(), line.getArgumentPosition()));
    return command(line).stream()
        .flatMap(command -> keys("", command.body()))
        .filter(text -> text.startsWith(prefix))
        .filter(text -> prefix.contains("=") || text.endsWith("="))
        .toList();
  }

  private static Optional<CommandDefinition> command(CommandLine line) {
    return Arrays.stream(line.getArguments())
        .map(CommandCatalogue::find)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What may be typed: each key with its equals sign, and with each of its values. */
  private static Stream<String> keys(String path, CommandKey owner) {
    return owner.keys().stream().flatMap(key -> key(path + key.name(), key)).distinct();
  }

  private static Stream<String> key(String path, CommandKey key) {
    if (key.type() == KeyType.DICTIONARY) {
      return keys(path + ".", key);
    }
    if (key.type() == KeyType.ARRAY && key.keys().get(0).type() == KeyType.DICTIONARY) {
      return key.keys().stream().flatMap(element -> keys(path + ".0.", element)).distinct();
    }
    CommandKey one = key.type() == KeyType.ARRAY ? key.keys().get(0) : key;
    return Stream.concat(Stream.of(path + "="), values(one).map(value -> path + "=" + value));
  }

  private static Stream<String> values(CommandKey key) {
    return key.type() == KeyType.BOOLEAN
        ? Stream.of("true", "false")
        : key.choices().stream().map(KeyChoice::value);
  }
}
