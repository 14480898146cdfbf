package io.pomona.http.error;

import java.io.IOException;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;

/**
 * Who asked and did not wait for the answer, as a browser that goes to another page. That is no
 * fault of anybody, and nothing that an operator should read of.
 */
public final class GoneClient implements FaultListener {
  private static final String JETTY = "org.eclipse.jetty.";

  /** Of who sends too slowly or too little: they may still be told. */
  private static final String READING = "org.eclipse.jetty.server.HttpInput";

  /** Whether it was thrown because nobody is there to read the answer. */
  public static boolean is(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && isOfConnection(cause.getStackTrace())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Jetty has no one type for it: where it was thrown tells, by TLS, a write, or the connection.
   */
  private static boolean isOfConnection(StackTraceElement[] trace) {
    return trace.length > 0
        && trace[0].getClassName().startsWith(JETTY)
        && !trace[0].getClassName().startsWith(READING);
  }

  /** False keeps CXF from logging it. */
  @Override
  public boolean faultOccurred(Exception exception, String description, Message message) {
    return !is(exception);
  }
}
