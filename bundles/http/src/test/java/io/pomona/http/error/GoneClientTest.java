package io.pomona.http.error;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.io.EofException;
import org.junit.Test;

public class GoneClientTest {

  @Test
  public void whoClosedTheConnectionIsGone() {
    Exception closed = new IllegalStateException(new EofException(new IOException("Broken pipe")));
    assertTrue(GoneClient.is(closed));
    assertFalse("not logged", new GoneClient().faultOccurred(closed, "", null));
  }

  @Test
  public void whoClosedTheConnectionBelowTlsOrInTheMiddleOfAWriteIsGone() {
    for (String place :
        List.of(
            "org.eclipse.jetty.io.ssl.SslConnection$DecryptedEndPoint",
            "org.eclipse.jetty.util.IteratingCallback")) {
      assertTrue(place, GoneClient.is(new IllegalStateException(thrownBy(place))));
    }
  }

  @Test
  public void whoSendsTooSlowlyOrWhomWeCallIsNot() {
    assertFalse(GoneClient.is(thrownBy("org.eclipse.jetty.server.HttpInput")));
    assertFalse(GoneClient.is(thrownBy("sun.nio.ch.SocketDispatcher")));
  }

  private static IOException thrownBy(String place) {
    IOException closed = new IOException("Broken pipe");
    closed.setStackTrace(new StackTraceElement[] {new StackTraceElement(place, "flush", null, 1)});
    return closed;
  }

  @Test
  public void whoSentTooLittleMayStillListen() {
    assertFalse(GoneClient.is(new EofException("Early EOF")));
  }

  @Test
  public void faultsOfOurOwnAreLogged() {
    assertTrue(new GoneClient().faultOccurred(new IllegalStateException("ours"), "", null));
  }
}
