package io.pomona.api.rest;

/**
 * One file of a form: the name that the client gave, not to be trusted as a path, and its bytes.
 */
public record UploadedFile(String name, byte[] content) {}
