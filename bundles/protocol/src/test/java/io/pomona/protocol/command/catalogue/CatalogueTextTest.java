package io.pomona.protocol.command.catalogue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class CatalogueTextTest {
  private static final String TEXT =
      """
      Brew 12.0 DU right=device supervised destructive
        Strength* real min=1
        At date
        Cups string[] in=small|large
        Milk dictionary
          Kind string
          ! some-of Kind

      Rest 11.0 U
      """;

  private final List<CommandDefinition> commands = CatalogueText.read("kitchen", TEXT);

  @Test
  public void readsCommandsWithTheirMarks() {
    assertEquals(2, commands.size());
    CommandDefinition brew = commands.get(0);
    assertEquals("kitchen", brew.family());
    assertEquals(Optional.of(AccessRight.DEVICE), brew.availability().right());
    assertEquals(List.of("Strength", "At", "Cups", "Milk"), brew.body().keyNames());
    assertEquals(false, commands.get(1).availability().deviceChannel());
  }

  @Test
  public void realsAndDatesAreTaken() {
    Composition brew =
        commands.get(0).compose(Map.of("Strength", 2, "At", "2026-01-31T13:00:00+01:00"));
    assertEquals(List.of(), brew.problems());
    assertEquals(Optional.of(2.0), brew.keys().real("Strength"));
    assertEquals(Optional.of(Instant.parse("2026-01-31T12:00:00Z")), brew.keys().date("At"));
  }

  @Test
  public void valuesOfListsAndDatesAreChecked() {
    Composition brew =
        commands
            .get(0)
            .compose(Map.of("Strength", 0.5, "At", "tomorrow", "Cups", List.of("small", "huge")));
    assertEquals(3, brew.problems().size());
    assertEquals(
        true,
        brew.problems()
            .contains(new KeyProblem("Cups[1]", "is huge; it must be one of small, large")));
    assertEquals(
        true,
        brew.problems().contains(new KeyProblem("Strength", "is 0.5 and must be at least 1")));
  }

  @Test
  public void unknownMarksStopTheReader() {
    assertThrows(
        IllegalArgumentException.class, () -> CatalogueText.read("x", "Brew 12.0 D supervisd"));
  }
}
