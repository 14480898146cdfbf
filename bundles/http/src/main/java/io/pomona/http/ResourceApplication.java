package io.pomona.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.core.Application;
import javax.ws.rs.core.MediaType;

/** The resources of one side with the providers of that side. */
final class ResourceApplication extends Application {
  private final Set<Object> singletons = new LinkedHashSet<>();

  ResourceApplication(List<?> resources, List<?> providers) {
    singletons.addAll(resources);
    singletons.addAll(providers);
  }

  @Override
  public Set<Object> getSingletons() {
    return singletons;
  }

  @Override
  public Map<String, Object> getProperties() {
    // For operations that need no body: what sends none says no type either.
    return Map.of("default.content.type", MediaType.APPLICATION_JSON);
  }
}
