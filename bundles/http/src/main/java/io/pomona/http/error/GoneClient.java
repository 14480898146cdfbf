package io.pomona.http.error;

import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;

/**
 * Who asked and did not wait for the answer, as a browser that goes to another page. That is no
 * fault of anybody, and nothing that an operator should read of.
 */
public final class GoneClient implements FaultListener {
  private static final String CLOSED = "org.eclipse.jetty.io.EofException";

  /** What Jetty says of a body that ends too soon: of that the caller may still be told. */
  private static final String EARLY = "Early EOF";

  /** Whether it was thrown because nobody is there to read the answer. */
  public static boolean is(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getName().equals(CLOSED)) {
        return !EARLY.equals(cause.getMessage());
      }
    }
    return false;
  }

  /** False keeps CXF from logging it. */
  @Override
  public boolean faultOccurred(Exception exception, String description, Message message) {
    return !is(exception);
  }
}
