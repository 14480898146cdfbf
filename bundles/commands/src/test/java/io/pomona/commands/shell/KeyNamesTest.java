package io.pomona.commands.shell;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.junit.Test;

public class KeyNamesTest {

  /** A line with the cursor at its end. */
  private record Typed(String... words) implements CommandLine {
    @Override
    public int getCursorArgumentIndex() {
      return words.length - 1;
    }

    @Override
    public String getCursorArgument() {
      return words[words.length - 1];
    }

    @Override
    public int getArgumentPosition() {
      return getCursorArgument().length();
    }

    @Override
    public String[] getArguments() {
      return words;
    }

    @Override
    public int getBufferPosition() {
      return getBuffer().length();
    }

    @Override
    public String getBuffer() {
      return String.join(" ", words);
    }
  }

  private static List<String> complete(String... words) {
    List<String> candidates = new ArrayList<>();
    new KeyNames().complete(null, new Typed(words), candidates);
    return candidates;
  }

  @Test
  public void offersTheKeysOfTheCommand() {
    assertEquals(
        List.of("Message=", "PhoneNumber=", "PIN="),
        complete("mdm:command-send", "C02", "DeviceLock", ""));
    assertEquals(List.of("PIN="), complete("mdm:command-send", "C02", "DeviceLock", "PI"));
    assertEquals(List.of(), complete("mdm:command-send", "C02", "SecurityInfo", ""));
    assertEquals(List.of(), complete("mdm:command-send", "C02", "file.plist", ""));
  }

  @Test
  public void offersValuesAndWhatIsInside() {
    assertEquals(
        List.of(
            "ObliterationBehavior=",
            "ObliterationBehavior=Default",
            "ObliterationBehavior=DoNotObliterate",
            "ObliterationBehavior=ObliterateWithWarning",
            "ObliterationBehavior=Always"),
        complete("mdm:command-send", "C02", "EraseDevice", "ObliterationBehavior="));
    assertEquals(
        List.of("Settings.0.Enabled=", "Settings.0.Enabled=true", "Settings.0.Enabled=false"),
        complete("mdm:command-send", "C02", "Settings", "Settings.0.Enabled="));
    assertEquals(
        List.of("Updates.0.Priority="),
        complete("mdm:command-send", "C02", "ScheduleOSUpdate", "Updates.0.Pri"));
  }

  @Test
  public void aKeyIsGoneOnWith() {
    List<Candidate> candidates = new ArrayList<>();
    new KeyNames()
        .completeCandidates(
            null, new Typed("mdm:command-send", "C02", "RestartDevice", "N"), candidates);
    assertEquals(1, candidates.size());
    assertEquals(false, candidates.get(0).complete());
  }
}
