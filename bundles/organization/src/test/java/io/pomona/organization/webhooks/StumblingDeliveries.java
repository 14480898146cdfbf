package io.pomona.organization.webhooks;

import io.pomona.api.organization.DeliveryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A store of which one method fails as often as it is told. */
final class StumblingDeliveries {
  private final DeliveryStore store;
  private String method = "";
  private int times;

  StumblingDeliveries(DeliveryStore store) {
    this.store = store;
  }

  void fail(String which, int often) {
    this.method = which;
    this.times = often;
  }

  DeliveryStore store() {
    return (DeliveryStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DeliveryStore.class},
            (proxy, called, values) -> call(called, values));
  }

  private Object call(Method called, Object[] values) throws Throwable {
    if (called.getName().equals(method) && times-- > 0) {
      throw new IllegalStateException("The row is damaged.");
    }
    try {
      return called.invoke(store, values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
