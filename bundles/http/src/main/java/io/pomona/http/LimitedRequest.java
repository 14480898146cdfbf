package io.pomona.http;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request whose body ends with an error when it is longer than allowed, whatever it declared. */
final class LimitedRequest extends HttpServletRequestWrapper implements AutoCloseable {
  private final BodyRule.Meter meter;

  LimitedRequest(HttpServletRequest request, BodyRule.Meter meter) {
    super(request);
    this.meter = meter;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new MeteredStream(super.getInputStream(), meter);
  }

  @Override
  public void close() {
    meter.close();
  }

  private static final class MeteredStream extends ServletInputStream {
    private final ServletInputStream body;
    private final BodyRule.Meter meter;
    private long bytes;

    MeteredStream(ServletInputStream body, BodyRule.Meter meter) {
      this.body = body;
      this.meter = meter;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = body.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      bytes += read;
      meter.reached(bytes);
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
