package io.pomona.store;

import io.pomona.api.UnitOfWork;
import io.pomona.store.sql.Transactions;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets the stores share one transaction. */
@Component
public final class JpaUnitOfWork implements UnitOfWork {
  private final Transactions transactions;

  @Activate
  public JpaUnitOfWork(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public <T> T run(Supplier<T> steps) {
    return transactions.together(steps, true);
  }

  @Override
  public <T> T rehearse(Supplier<T> steps) {
    return transactions.together(steps, false);
  }
}
