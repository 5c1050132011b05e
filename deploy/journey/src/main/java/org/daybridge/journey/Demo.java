package org.daybridge.journey;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.daybridge.local.LocalStack;
import org.daybridge.local.StackOptions;

/** {@code ./daybridge demo}: a stack of its own, the whole path, exit 0 only if every step held. */
public final class Demo {
  private Demo() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean keep = Arrays.asList(arguments).contains("--keep");
    int status = 0;
    try (LocalStack stack =
        LocalStack.start(StackOptions.forTests(StackOptions.repository()), System.out)) {
      try {
        int checks = new Journey(stack, System.out).walk();
        System.out.printf("%n%d claims checked, all hold.%n", checks);
      } catch (StoryBroken broken) {
        System.out.printf("%n%s%n", broken.getMessage());
        status = 1;
      }
      if (keep) {
        System.out.println("The stack stays at " + stack.url() + " until Ctrl-C.");
        new CountDownLatch(1).await();
      }
    }
    System.exit(status);
  }
}
