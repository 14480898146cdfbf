package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.junit.Test;

/** Commands of the shell help who types them, and can be read by scripts. */
public class ShellCompletionTest {
  private static final Set<String> CLOSED =
      Set.of(
          "--id",
          "--obliteration",
          "--status",
          "--type",
          "--role",
          "--team-role",
          "--action",
          "--priority",
          "--time-zone",
          "--from-team");

  @Test
  public void everyArgumentIsCompleted() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Class<?> command : commands()) {
      Arrays.stream(command.getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(Argument.class))
          .filter(field -> !field.isAnnotationPresent(Completion.class))
          .forEach(field -> bare.add(command.getSimpleName() + "." + field.getName()));
    }
    assertEquals(List.of(), bare);
  }

  /** A flag has nothing to complete, nor has what is any text or number. */
  @Test
  public void everyOptionWithASetOfValuesIsCompleted() throws IOException {
    List<String> bare = new ArrayList<>();
    int seen = 0;
    for (Class<?> command : commands()) {
      for (Field field : command.getDeclaredFields()) {
        if (CLOSED.contains(option(field)) && field.getType() != boolean.class) {
          seen++;
          if (!field.isAnnotationPresent(Completion.class)) {
            bare.add(command.getSimpleName() + " " + option(field));
          }
        }
      }
    }
    assertEquals(List.of(), bare);
    assertTrue("" + seen, seen >= 10);
  }

  /** The settings are a document and plain anyway. */
  @Test
  public void everyListCanBePlain() throws IOException {
    List<Class<?>> commands = commands();
    assertTrue(commands.toString(), commands.size() >= 9);
    List<String> formatted = new ArrayList<>();
    for (Class<?> command : commands) {
      String name = command.getAnnotation(Command.class).name();
      assertEquals("mdm", command.getAnnotation(Command.class).scope());
      if (name.matches("(?!config-).*(list|show|status)") && !hasNoFormat(command)) {
        formatted.add(name);
      }
    }
    assertEquals(List.of(), formatted);
  }

  /** The names of all commands. */
  static List<String> names() throws IOException {
    return commands().stream().map(type -> type.getAnnotation(Command.class).name()).toList();
  }

  private static boolean hasNoFormat(Class<?> command) {
    return Arrays.stream(command.getDeclaredFields())
        .map(ShellCompletionTest::option)
        .anyMatch("--no-format"::equals);
  }

  private static String option(Field field) {
    Option option = field.getAnnotation(Option.class);
    return option == null ? "" : option.name();
  }

  private static List<Class<?>> commands() throws IOException {
    try (Stream<Path> files = ProjectFolder.bundleFiles()) {
      return files
          .filter(file -> file.toString().matches(".*/target/classes/.*/shell/[^$/]+\\.class"))
          .<Class<?>>map(CodeOperations::load)
          .filter(type -> type.isAnnotationPresent(Command.class))
          .toList();
    }
  }
}
