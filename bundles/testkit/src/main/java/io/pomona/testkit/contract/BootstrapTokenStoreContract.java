package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.channel.ChannelId;
import java.util.Optional;
import org.junit.Test;

/** What every {@code BootstrapTokenStore} must do. */
public class BootstrapTokenStoreContract extends StoreContract {
  private boolean put(ChannelId mac, int value) {
    byte[] sealed = {(byte) value, (byte) (value + 1)};
    return stores.bootstrapTokens().put(mac, Optional.of(sealed), value, T);
  }

  private void assertKept(ChannelId mac, int value) {
    assertArrayEquals(
        new byte[] {(byte) value, (byte) (value + 1)},
        stores.bootstrapTokens().get(mac).orElseThrow());
  }

  @Test
  public void theLastOneCounts() {
    ChannelId mac = mac(1).channel();
    assertEquals(Optional.empty(), stores.bootstrapTokens().get(mac));
    assertTrue(put(mac, 1));
    assertTrue(put(mac, 2));
    assertTrue(put(mac, 2));
    assertKept(mac, 2);
  }

  @Test
  public void clearingForgetsOnlyThatMacs() {
    ChannelId one = mac(1).channel();
    ChannelId two = mac(2).channel();
    put(one, 1);
    put(two, 2);
    assertTrue(stores.bootstrapTokens().put(one, Optional.empty(), 9, T));
    assertTrue(stores.bootstrapTokens().put(one, Optional.empty(), 9, T));
    assertEquals(Optional.empty(), stores.bootstrapTokens().get(one));
    assertKept(two, 2);
  }

  @Test
  public void whatWasReplacedDoesNotComeBack() {
    ChannelId mac = mac(1).channel();
    put(mac, 1);
    put(mac, 2);
    assertFalse(put(mac, 1));
    assertKept(mac, 2);
    stores.bootstrapTokens().put(mac, Optional.empty(), 9, T);
    assertFalse(put(mac, 2));
    assertEquals(Optional.empty(), stores.bootstrapTokens().get(mac));
    assertTrue(put(mac, 3));
    assertFalse(stores.bootstrapTokens().put(mac, Optional.empty(), 9, T));
    assertKept(mac, 3);
  }

  @Test
  public void manyReplacementsAreFine() {
    ChannelId mac = mac(1).channel();
    for (int value = 1; value < 50; value++) {
      assertTrue(put(mac, value));
    }
    assertFalse(put(mac, 48));
    assertKept(mac, 49);
  }
}
