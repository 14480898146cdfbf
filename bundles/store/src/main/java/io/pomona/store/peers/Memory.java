package io.pomona.store.peers;

import java.util.Collection;

/** What a node remembers of the database, as far as news can make it wrong. */
public final class Memory {
  private final Generations queues = new Generations();
  private final Generations bindings = new Generations();
  private final Generations webhooks = new Generations();

  /** By channel: when it last got a command. */
  public Generations queues() {
    return queues;
  }

  /** By device: when its certificates last changed. */
  public Generations bindings() {
    return bindings;
  }

  /** When any webhook last changed. */
  public Generations webhooks() {
    return webhooks;
  }

  public void queued(Collection<String> channels) {
    channels.forEach(queues::changed);
  }

  public void rebound(String device) {
    bindings.changed(device);
  }

  public void forgetAll() {
    queues.changedAll();
    bindings.changedAll();
    webhooks.changedAll();
  }
}
