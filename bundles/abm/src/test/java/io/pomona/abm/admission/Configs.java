package io.pomona.abm.admission;

import io.pomona.abm.AbmConfig;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as OSGi makes them: what is not said is the default. */
public final class Configs {
  private Configs() {}

  public static AbmConfig of(Map<String, Object> said) {
    return (AbmConfig)
        Proxy.newProxyInstance(
            Configs.class.getClassLoader(),
            new Class<?>[] {AbmConfig.class},
            (proxy, method, arguments) ->
                said.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  public static AbmConfig defaults() {
    return of(Map.of());
  }
}
