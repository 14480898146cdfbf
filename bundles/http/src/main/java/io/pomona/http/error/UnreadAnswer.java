package io.pomona.http.error;

import java.io.IOException;
import javax.ws.rs.ext.Provider;
import javax.ws.rs.ext.WriterInterceptor;
import javax.ws.rs.ext.WriterInterceptorContext;

/**
 * Ends an answer whose reader has gone in the middle of it. CXF would call that an error in the log
 * before it asks anybody.
 */
@Provider
public final class UnreadAnswer implements WriterInterceptor {
  @Override
  public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
    try {
      answer.proceed();
    } catch (IOException e) {
      if (!GoneClient.is(e)) {
        throw e;
      }
    }
  }
}
