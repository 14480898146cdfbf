package io.pomona.api.rest;

/**
 * Marks a JAX-RS resource that people open in a browser without an account, such as the person at a
 * Mac. Published as a service, it answers below {@code /device}, with relative paths. What it
 * throws becomes a page, never JSON; answers are kept by nobody and run no scripts. A {@code POST}
 * that a page of another site sends does not reach it. It checks by itself who may see what.
 */
public interface EndUserResource {
  /** The path of the style sheet of all pages on this side. */
  String STYLE = "/device/style.css";
}
