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
    EofException eof = new EofException(new IOException("Broken pipe"));
    Exception closed = new IllegalStateException(at("org.eclipse.jetty.io.ChannelEndPoint", eof));
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
    return at(place, new IOException("Broken pipe"));
  }

  private static IOException at(String place, IOException thrown) {
    thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(place, "flush", null, 1)});
    return thrown;
  }

  @Test
  public void whoSentTooLittleMayStillListen() {
    EofException early = new EofException("Early EOF");
    assertFalse(GoneClient.is(at("org.eclipse.jetty.server.HttpInput$3", early)));
  }

  @Test
  public void faultsOfOurOwnAreLogged() {
    assertTrue(new GoneClient().faultOccurred(new IllegalStateException("ours"), "", null));
  }
}
