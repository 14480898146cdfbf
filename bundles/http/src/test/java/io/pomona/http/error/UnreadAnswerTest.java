package io.pomona.http.error;

import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.lang.reflect.Proxy;
import javax.ws.rs.ext.WriterInterceptorContext;
import org.junit.Test;

public class UnreadAnswerTest {
  @Test
  public void anAnswerWhoseReaderHasGoneIsOver() throws IOException {
    IOException gone = new IOException("Broken pipe");
    gone.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.eclipse.jetty.io.ChannelEndPoint", "flush", null, 1)
        });
    new UnreadAnswer().aroundWriteTo(failing(gone));
  }

  @Test
  public void whatFailsForAnotherReasonIsTold() {
    IOException ours = new IOException("The file cannot be read");
    UnreadAnswer answer = new UnreadAnswer();
    assertSame(ours, assertThrows(IOException.class, () -> answer.aroundWriteTo(failing(ours))));
  }

  private static WriterInterceptorContext failing(IOException thrown) {
    return (WriterInterceptorContext)
        Proxy.newProxyInstance(
            UnreadAnswerTest.class.getClassLoader(),
            new Class<?>[] {WriterInterceptorContext.class},
            (self, method, arguments) -> {
              throw thrown;
            });
  }
}
