package io.pomona.console;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A request and what was answered; of the two interfaces, as much as the console uses. */
final class FakeExchange {
  final Map<String, String> headers = new HashMap<>();
  final ByteArrayOutputStream body = new ByteArrayOutputStream();
  int status = 200;
  private final String method;
  private final String path;
  private final Map<String, String> asked;

  FakeExchange(String path, Map<String, String> asked) {
    this("GET", path, asked);
  }

  FakeExchange(String method, String path, Map<String, String> asked) {
    this.method = method;
    this.path = path;
    this.asked = asked;
  }

  HttpServletRequest request() {
    return fake(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getMethod" -> method;
              case "getPathInfo" -> path;
              case "getHeader" -> asked.get(arguments[0]);
              default -> throw new UnsupportedOperationException(name);
            });
  }

  HttpServletResponse response() {
    return fake(
        HttpServletResponse.class,
        (name, arguments) -> {
          switch (name) {
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setStatus", "sendError" -> status = (int) arguments[0];
            case "setContentLength" -> headers.put("Content-Length", "" + arguments[0]);
            case "containsHeader" -> {
              return headers.containsKey((String) arguments[0]);
            }
            case "getOutputStream" -> {
              return output();
            }
            default -> throw new UnsupportedOperationException(name);
          }
          return null;
        });
  }

  private interface Answers {
    Object to(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.to(method.getName(), arguments));
    return type.cast(proxy);
  }

  private ServletOutputStream output() {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void write(int b) {
        body.write(b);
      }
    };
  }
}
