package org.daybridge.local.command;

/** A command that can't be carried out as it was given; the message says why. */
final class WrongUsage extends RuntimeException {

  WrongUsage(String message) {
    super(message);
  }
}
