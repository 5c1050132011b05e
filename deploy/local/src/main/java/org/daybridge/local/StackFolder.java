package org.daybridge.local;

import java.nio.file.Path;

/** Where a stack keeps what: the one place that knows the names in its folder. */
public record StackFolder(Path root) {

  /** The database's and the broker's folder. */
  public Path infrastructure() {
    return root.resolve("infrastructure");
  }

  /** Written by the infrastructure when both its servers answer. */
  public Path infrastructureReady() {
    return infrastructure().resolve("ready.properties");
  }

  /** The issuer's signing key. */
  public Path issuerKey() {
    return root.resolve("keys").resolve("issuer.key");
  }

  /** The secrets of the systems that may sign in. */
  public Path clients() {
    return root.resolve("keys").resolve("clients.properties");
  }

  /** The keys of a service's sensitive columns. */
  public Path keyset(ServiceName service) {
    return root.resolve("keys").resolve(service.word() + ".keyset");
  }

  /** The people one can sign in as, once the sample clinic is loaded. */
  public Path personas() {
    return root.resolve("personas.json");
  }

  /** The ports that were used last. */
  public Path ports() {
    return root.resolve("ports.properties");
  }

  /** The log of a process. */
  public Path log(String process) {
    return root.resolve("logs").resolve(process + ".log");
  }

  /** Notes of the processes that run. */
  public Path running() {
    return root.resolve("run");
  }

  /** There while the stack is ready: its URL and its launcher. */
  public Path stackReady() {
    return running().resolve("stack.properties");
  }
}
