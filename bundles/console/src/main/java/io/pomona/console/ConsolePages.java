package io.pomona.console;

import io.pomona.api.console.ConsolePage;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that other bundles add. One whose id cannot be part of an address is left out. */
@Component(service = ConsolePages.class)
public final class ConsolePages {
  private static final Logger LOG = LoggerFactory.getLogger(ConsolePages.class);
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final List<ConsolePage> pages = new CopyOnWriteArrayList<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindPage(ConsolePage page) {
    if (ID.matcher(page.id()).matches()) {
      pages.add(page);
    } else {
      LOG.warn(
          "A console page of {} is left out: its id may have small letters, digits and hyphens",
          page.getClass().getName());
    }
  }

  void unbindPage(ConsolePage page) {
    pages.remove(page);
  }

  /** By id; the one that came first where two have the same. */
  public List<ConsolePage> all() {
    TreeMap<String, ConsolePage> byId = new TreeMap<>();
    pages.forEach(page -> byId.putIfAbsent(page.id(), page));
    return List.copyOf(byId.values());
  }

  Optional<ConsolePage> find(String id) {
    return pages.stream().filter(page -> page.id().equals(id)).findFirst();
  }
}
