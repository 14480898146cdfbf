package io.pomona.http;

import java.io.IOException;
import java.time.Duration;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;

/**
 * CXF with one set of resources. Is destroyed when it has been retired and its last request has
 * ended: a file of gigabytes may be on its way for an hour, and nobody waits for that.
 */
final class Engine {
  private final CXFNonSpringJaxrsServlet servlet;
  private int requests;
  private boolean retired;
  private boolean gone;

  Engine(CXFNonSpringJaxrsServlet servlet) {
    this.servlet = servlet;
  }

  /** Whether it serves still; then the caller leaves when it is done. */
  synchronized boolean enter() {
    if (!retired) {
      requests++;
    }
    return !retired;
  }

  void leave() {
    if (left()) {
      servlet.destroy();
    }
  }

  private synchronized boolean left() {
    requests--;
    notifyAll();
    return goes();
  }

  void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    servlet.service(request, response);
  }

  /** Takes no further request, and waits for those under way, but not for long. */
  void retire(Duration patience) {
    if (isIdle(patience)) {
      servlet.destroy();
    }
  }

  private synchronized boolean isIdle(Duration patience) {
    retired = true;
    long deadline = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    try {
      while (requests > 0 && left > 0) {
        wait(left);
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return goes();
  }

  /** True once, for who destroys it. */
  private boolean goes() {
    boolean goes = retired && requests == 0 && !gone;
    gone |= goes;
    return goes;
  }
}
