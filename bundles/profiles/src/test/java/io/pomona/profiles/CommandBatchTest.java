package io.pomona.profiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SettableClock;
import java.util.List;
import org.junit.Test;

public class CommandBatchTest {
  private static final String SAVER = "org.example.saver";

  private final CommandBatch batch = new CommandBatch(SettableClock.START);

  private static ChannelId mac(int number) {
    return ChannelId.device(Fixtures.udid(number));
  }

  /** The reason of a removal is shown with the Mac. */
  @Test
  public void aMacIsNotToldTheNameOfAnotherTeamsProfile() {
    CommandUuid desks = batch.remove(SAVER, "Saver of the desks", mac(1));
    CommandUuid labs = batch.remove(SAVER, "Saver of the labs", mac(2));
    assertEquals(desks, batch.remove(SAVER, "Saver of the desks", mac(3)));
    assertNotEquals(desks, labs);
    assertEquals(
        List.of(
            "profile Saver of the desks is no longer wanted",
            "profile Saver of the labs is no longer wanted"),
        batch.orders().stream().map(order -> order.command().reason()).toList());
    assertEquals(
        List.of(List.of(mac(1), mac(3)), List.of(mac(2))),
        batch.orders().stream().map(order -> order.channels()).toList());
  }
}
