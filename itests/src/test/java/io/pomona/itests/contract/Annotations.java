package io.pomona.itests.contract;

import java.lang.reflect.Proxy;

/** What a container would make. */
final class Annotations {
  private Annotations() {}

  /** A configuration with the defaults only. */
  static <T> T defaults(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> method.getDefaultValue()));
  }

  /** A service that is not asked for anything. */
  static <T> T unused(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new AssertionError(method + " was called");
            }));
  }
}
