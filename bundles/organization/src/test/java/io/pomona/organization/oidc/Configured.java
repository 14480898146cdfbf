package io.pomona.organization.oidc;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration as an operator writes it; what is not said is the default. */
final class Configured {
  private final Map<String, Object> said = new HashMap<>();

  Configured with(String key, Object value) {
    said.put(key.replace('.', '_'), value);
    return this;
  }

  Configured lists(String key, String... values) {
    return with(key, values);
  }

  SsoConfig config() {
    return (SsoConfig)
        Proxy.newProxyInstance(
            SsoConfig.class.getClassLoader(),
            new Class<?>[] {SsoConfig.class},
            (proxy, method, arguments) ->
                said.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  SsoSettings settings() {
    return SsoSettings.of(config()).orElseThrow();
  }
}
