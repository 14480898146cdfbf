package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import java.util.Optional;
import org.junit.Test;

public class SelfServiceTeamTest {
  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final SelfServiceTeam team = new SelfServiceTeam(stores.teams(), Configs.defaults());

  @Test
  public void aTeamThatNobodyHasIsTold() {
    assertEquals(Optional.empty(), team.team());
    StatusLine line = team.check().get(0);
    assertEquals(Level.WARNING, line.level());
    assertTrue(line.message(), line.message().contains("there is no team Self-service"));
    assertTrue(line.message(), line.message().contains("self.service.team"));
  }

  @Test
  public void whichTeamItIsIsTold() {
    assertEquals(Optional.of(Fixtures.team(stores, "Self-service")), team.team());
    assertEquals(Level.OK, team.check().get(0).level());
  }
}
