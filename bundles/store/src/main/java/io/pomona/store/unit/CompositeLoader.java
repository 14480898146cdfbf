package io.pomona.store.unit;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * This bundle first, then OpenJPA's: it looks for both our entities and its own plug-ins by name.
 */
final class CompositeLoader extends ClassLoader {
  private final ClassLoader second;

  CompositeLoader(ClassLoader first, ClassLoader second) {
    super(first);
    this.second = second;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return second.loadClass(name);
  }

  @Override
  protected URL findResource(String name) {
    return second.getResource(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    List<URL> found = new ArrayList<>(Collections.list(second.getResources(name)));
    return Collections.enumeration(found);
  }
}
