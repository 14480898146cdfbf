package io.pomona.cli.settings;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.cli.Failure;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yaml.snakeyaml.Yaml;

public class SubstitutionTest {
  private final Substitution substitution =
      new Substitution(
          Variables.of(
              Map.of(
                  "PORT", "8443",
                  "URL", "https://mdm.example.com:8443/x",
                  "ON", "true",
                  "EMPTY", "",
                  "EVIL", "x\"\nkind: team # '",
                  "NAME", "desks")));

  private String in(String yaml) {
    return substitution.in("a.yml", yaml);
  }

  private static Object read(String yaml) {
    return new Yaml().load(yaml);
  }

  @Test
  public void valuesStandWhereTheirNamesStood() {
    assertEquals("port: 8443\n", in("port: $PORT\n"));
    assertEquals("on: true # $NOT ${NO}\n", in("on: $ON # $NOT ${NO}\n"));
    assertEquals("url: https://mdm.example.com:8443/x", in("url: ${URL}"));
    assertEquals("{a: [desks, desks-2]}", in("{a: [$NAME, ${NAME}-2]}"));
    assertEquals("desks: 1", in("$NAME: 1"));
    assertEquals(Map.of("port", "8443"), read(in("port: '$PORT'")));
    assertEquals(Map.of("port", ""), read(in("port: $EMPTY")));
  }

  @Test
  public void noValueBreaksOutOfItsPlace() {
    String evil = "x\"\nkind: team # '";
    for (String form : List.of("$EVIL", "'$EVIL'", "\"$EVIL\"")) {
      Object read = read(in("a:\n  b: " + form + "\nc: 1\n"));
      assertEquals(form, Map.of("a", Map.of("b", evil), "c", 1), read);
    }
    Object block = read(in("a:\n  b: |\n    one\n    $EVIL\n  d: 2\nc: 1\n"));
    assertEquals(Map.of("a", Map.of("b", "one\n" + evil + "\n", "d", 2), "c", 1), block);
  }

  @Test
  public void linesStayWhereTheyAre() {
    String text = in("a: |\n  $NAME\n  two\nb: \"$NAME\n  more\"\nc: 1\n");
    assertEquals("c: 1", text.lines().toList().get(5));
    assertEquals(Map.of("a", "desks\ntwo\n", "b", "desks more", "c", 1), read(text));
  }

  @Test
  public void dollarsThatNameNothingStay() {
    assertEquals("a: $5 and $ and a$", in("a: $5 and $ and a$"));
    assertEquals("a: \"$HOME ${X}\"", in("a: \"\\$HOME \\${X}\""));
    for (String text : List.of("a: \\$X $Y ${Z} \\\\$W $1", "b: \"\\\\$Q\"")) {
      assertEquals(text, in(Substitution.escape(text)));
    }
  }

  @Test
  public void charactersBeyondTheFirstPlaneAreCountedOnce() {
    assertEquals(
        "a: \ud83c\udf4e\nb: desks # \ud83c\udf4e", in("a: \ud83c\udf4e\nb: $NAME # \ud83c\udf4e"));
    assertEquals("a: x\r\nb: desks\r\n", in("a: x\r\nb: $NAME\r\n"));
  }

  @Test
  public void allThatIsMissingIsNamedWithItsLine() {
    Failure failure = assertThrows(Failure.class, () -> in("a: $ONE\nb:\n  - ${TWO:-x} $PORT\n"));
    assertEquals(
        """
        a.yml, line 1: the environment variable ONE is not set.
        a.yml, line 3: ${TWO:-x} names no variable. Write \\${ for these characters.""",
        failure.getMessage());
  }

  @Test
  public void whatIsNoYamlIsSaidWithItsLine() {
    Failure failure = assertThrows(Failure.class, () -> in("a: 1\nb: \"open\n"));
    assertEquals(true, failure.getMessage().startsWith("a.yml, line "));
  }
}
