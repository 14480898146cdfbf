package io.pomona.http.error;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
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
  public void whoClosedTheConnectionBelowTlsIsGone() {
    IOException closed = new IOException("Broken pipe");
    assertFalse("of a connection that is not the caller's", GoneClient.is(closed));
    closed.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "org.eclipse.jetty.io.ssl.SslConnection$DecryptedEndPoint", "flush", null, 1)
        });
    assertTrue(GoneClient.is(new IllegalStateException(closed)));
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
