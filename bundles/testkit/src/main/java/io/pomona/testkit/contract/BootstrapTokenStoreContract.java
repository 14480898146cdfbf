package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.protocol.channel.ChannelId;
import java.util.Optional;
import org.junit.Test;

/** What every {@code BootstrapTokenStore} must do. */
public abstract class BootstrapTokenStoreContract extends StoreContract {
  @Test
  public void theLastOneCounts() {
    ChannelId mac = mac(1).channel();
    assertEquals(Optional.empty(), stores.bootstrapTokens().get(mac));
    stores.bootstrapTokens().put(mac, new byte[] {1}, T);
    stores.bootstrapTokens().put(mac, new byte[] {2, 3}, T);
    assertArrayEquals(new byte[] {2, 3}, stores.bootstrapTokens().get(mac).orElseThrow());
  }

  @Test
  public void clearingForgetsOnlyThatMacs() {
    ChannelId one = mac(1).channel();
    ChannelId two = mac(2).channel();
    stores.bootstrapTokens().put(one, new byte[] {1}, T);
    stores.bootstrapTokens().put(two, new byte[] {2}, T);
    stores.bootstrapTokens().clear(one);
    stores.bootstrapTokens().clear(one);
    assertEquals(Optional.empty(), stores.bootstrapTokens().get(one));
    assertArrayEquals(new byte[] {2}, stores.bootstrapTokens().get(two).orElseThrow());
  }
}
