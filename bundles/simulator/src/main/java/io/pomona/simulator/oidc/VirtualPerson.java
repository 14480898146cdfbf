package io.pomona.simulator.oidc;

/** Who sits at the browser, as the provider knows them. */
public record VirtualPerson(String subject, String email, String name) {}
