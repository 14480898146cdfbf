package io.pomona.api.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.EndUserLogins.Answer;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class EndUserLoginsTest {
  @Test
  public void whatIsThereTwiceOrNotAtAllIsEmpty() {
    Answer answer = Answer.of(Map.of("state", List.of("s"), "code", List.of("a", "b")));
    assertEquals("s", answer.state().revealText());
    assertEquals("", answer.code());
    assertTrue(answer.issuer().isEmpty());
  }
}
