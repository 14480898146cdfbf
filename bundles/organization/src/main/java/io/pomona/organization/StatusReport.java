package io.pomona.organization;

import io.pomona.api.organization.StatusCheck;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every part how it is. */
@Component(service = StatusReport.class)
public final class StatusReport {
  private static final Logger LOG = LoggerFactory.getLogger(StatusReport.class);

  private final List<StatusCheck> checks = new CopyOnWriteArrayList<>();

  @Activate
  public StatusReport() {}

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(StatusCheck check) {
    checks.add(check);
  }

  void unbindCheck(StatusCheck check) {
    checks.remove(check);
  }

  /** All lines by name; a check that fails is a line itself. */
  public List<StatusLine> lines() {
    List<StatusLine> lines = new ArrayList<>();
    checks.forEach(check -> lines.addAll(linesOf(check)));
    lines.sort(Comparator.comparing(StatusLine::name));
    return lines;
  }

  private static List<StatusLine> linesOf(StatusCheck check) {
    try {
      return check.check();
    } catch (RuntimeException e) {
      LOG.warn("Status check {} failed", check.getClass().getName(), e);
      return List.of(
          new StatusLine(
              check.getClass().getSimpleName(),
              Level.ERROR,
              "The check itself failed; see the log."));
    }
  }
}
