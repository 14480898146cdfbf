package io.pomona.api.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import java.util.Optional;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class TeamNumberTest {
  private static final Optional<TeamId> THREE = Optional.of(new TeamId(3));

  @Test
  public void whatIsAbsentEmptyOrZeroNamesNoTeam() {
    for (String text : new String[] {null, "", " ", "0"}) {
      assertEquals(Optional.empty(), TeamNumber.of(text));
    }
    assertEquals(Optional.empty(), TeamNumber.of(Optional.of(0L)));
    assertEquals(Optional.empty(), TeamNumber.of(Optional.empty()));
    assertEquals(THREE, TeamNumber.of(" 3 "));
    assertEquals(THREE, TeamNumber.of(3L));
  }

  @Test
  public void aListIsOfAllTeamsUnlessOneIsNamed() {
    assertEquals(TeamScope.everywhere(), TeamNumber.scope(""));
    assertEquals(TeamScope.of(Optional.empty()), TeamNumber.scope("0"));
    assertEquals(TeamScope.of(THREE), TeamNumber.scope("3"));
  }

  @Test
  public void whatIsNoNumberOfATeamIsRefused() {
    for (String text : new String[] {"three", "-3", "3.0", "1234567890123456789"}) {
      assertEquals(Kind.INVALID, refused(() -> TeamNumber.of(text)));
    }
    assertEquals(Kind.NOT_FOUND, refused(() -> TeamNumber.of(-1L)));
  }

  private static Kind refused(ThrowingRunnable call) {
    return assertThrows(MdmException.class, call).kind();
  }
}
